import { existsSync, readFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import { RecordWords } from "../../../server/modules/journal/index.js";
import { ParkedPage } from "../../../server/modules/kpis/index.js";
import { Scheduler } from "../../../server/platform/clock/scheduler.js";
import { LANES } from "../../../server/platform/queue/job-queue.js";
import { DAY, HOUR, MINUTE, SECOND } from "../../../server/shared/instant.js";
import { debtsFile } from "../../support/debts-file.js";
import { type Desk, openDesk } from "../../support/desk.js";
import { doctorOf } from "../support/doctor.js";
import { WorkBench } from "./support/work-bench.js";

const SAFETY = "test/scenarios/safety/";
const IN_THE_MIDDLE = `${SAFETY}a-poisoned-row-in-the-middle-keeps-none-after-it-from-its-turn.db.spec.ts`;
const PEOPLE = Array.from({ length: 5 }, (_, n) => ({ id: `d${n}`, reference: `R-${n}`, phone: `+57300555000${n}` }));
const MIDDLE = 2;

/** What becomes of a row that cannot be worked on. */
type Row =
  /** One in the middle is poisoned: the others are done, and it is parked under the lane's or job's name with a reason. */
  | { readonly case: () => Promise<Poisoned> }
  /** Another specification poisons one; words that stand in it. */
  | { readonly in: string; readonly words: string }
  /** It does what a lane does, or wakes it, and nothing else. */
  | { readonly wakes: (typeof LANES)[number] }
  /** Why there is no such row. */
  | { readonly none: string };

interface Poisoned {
  readonly work: string;
  readonly parked: { readonly subject: string; readonly problem: string };
  /** Rows that are left undone once the others had their turn: the poisoned one alone. */
  readonly left: readonly number[];
  readonly ill: number;
  /** Without the poison it is done after all, once it is due again. */
  readonly again?: { readonly run: () => Promise<void>; readonly left: () => Promise<number[]> };
}

let desk: Desk;
let work: WorkBench;
let debtors: number[];
let ill: number;

beforeAll(async () => {
  desk = await openDesk({ debts: debtsFile(PEOPLE), ticks: "none" });
  work = new WorkBench(desk);
  debtors = await work.ids("select id from debtor where account_id = ? order by id");
  ill = debtors[MIDDLE]!;
  await desk.turnOn();
  await work.wake("listing");
  await work.wake("dispatch");
  expect(desk.sent()).toHaveLength(PEOPLE.length);
});
afterEach(() => work.cure());
afterAll(() => desk?.close());

const unplanned = () =>
  work.ids(`select d.id from debtor d where d.account_id = ? and not exists
             (select 1 from outbox_message m where m.account_id = d.account_id and m.debtor_id = d.id and m.kind = 'cadence') order by d.id`);

async function plan(): Promise<Poisoned> {
  // As on a day on which nothing is planned yet.
  await work.sql("delete from message_debt where account_id = ?");
  await work.sql("delete from outbox_message where account_id = ?");
  await work.refuse("outbox_message", "debtor_id", [ill], "insert");
  await work.runJob("segments.refresh");
  await desk.admin.call("POST", "/api/imports", { kind: "debts", fileName: "b.csv", text: debtsFile([{ id: "new", reference: "N-1" }]) });
  await work.wake("plan", SECOND);
  const run = () => work.wake("plan");
  return {
    work: "plan",
    parked: { subject: "debtor", problem: "database.failed" },
    left: await unplanned(),
    ill,
    again: { run, left: unplanned },
  };
}

async function inbox(): Promise<Poisoned> {
  await work.refuse("inbound_message", "debtor_id", [ill], "insert");
  for (const { phone } of PEOPLE) {
    desk.sandbox.playDebtor({ accountId: 1, phone, text: "Hablar con una persona" });
    await desk.clock.runFor(SECOND);
  }
  for (let tries = 0; tries < 3; tries++) await work.wake("inbox");
  const heard = await work.ids("select distinct debtor_id as id from inbound_message where account_id = ?");
  const left = debtors.filter((id) => !heard.includes(id));
  return { work: "inbox", parked: { subject: "webhook_delivery", problem: "delivery.failed" }, left, ill };
}

async function promises(): Promise<Poisoned> {
  const now = desk.clock.now();
  for (const [n, debtorId] of debtors.entries()) {
    await desk.db.inUnitOfWork("test", () =>
      desk.db.insert("promise", [
        {
          account_id: desk.account.id,
          public_id: `promise ${n}`,
          debtor_id: debtorId,
          state: "active",
          active_slot: 1,
          amount_minor: 100_000,
          currency: "COP",
          due_date: "2026-11-18",
          last_day: "2026-11-19",
          judge_at: now - HOUR,
          source: "text",
          actor: "debtor",
          message_id: null,
          created_at: now - DAY,
          from_entry: 0,
          seen_entry: 0,
          paid_minor: 0,
          ended_at: null,
          replaced_by: null,
          note_sealed: null,
        },
      ]),
    );
  }
  const left = () => work.ids("select debtor_id as id from promise where account_id = ? and state = 'active'");
  await work.refuse("promise", "debtor_id", [ill]);
  await work.wake("promises", SECOND);
  const again = { run: () => work.wake("promises"), left };
  return { work: "promises", parked: { subject: "promise", problem: "database.failed" }, left: await left(), ill, again };
}

async function segments(): Promise<Poisoned> {
  const all = await work.ids("select id from segment where account_id = ? order by id");
  const spoilt = all[MIDDLE]!;
  const [{ rule }] = (await desk.db.rows<{ rule: string }>("select rule from segment where account_id = ? and id = ?", [
    desk.account.id,
    spoilt,
  ])) as [{ rule: string }];
  const left = () => work.ids("select id from segment where account_id = ? and refreshed_on is null");
  await work.sql("update segment set refreshed_on = null where account_id = ?");
  await work.sql("update segment set rule = 'spoilt' where account_id = ? and id = ?", [desk.account.id, spoilt]);
  await work.wake("segments", SECOND);
  const found = await left();
  const run = async () => {
    await work.sql("update segment set rule = ? where account_id = ? and id = ?", [rule, desk.account.id, spoilt]);
    await work.wake("segments");
  };
  return { work: "segments", parked: { subject: "segment", problem: "data.malformed" }, left: found, ill: spoilt, again: { run, left } };
}

async function actions(): Promise<Poisoned> {
  const all = await work.ids("select id from host_action where account_id = ? order by id");
  const spoilt = all[MIDDLE]!;
  // The conversation it is about is gone.
  await work.sql("update host_action set conversation_id = 987654 where account_id = ? and id = ?", [desk.account.id, spoilt]);
  await work.sql("update host_action set state = 'due', due_at = 0, ended_at = null, attempts = 0 where account_id = ?");
  await work.wake("actions");
  const left = await work.ids("select id from host_action where account_id = ? and state <> 'done'");
  return { work: "actions", parked: { subject: "host_action", problem: "conversation_gone" }, left, ill: spoilt };
}

async function clocks(): Promise<Poisoned> {
  const cases = await work.ids("select id from escalation where account_id = ? order by id");
  const spoilt = cases[MIDDLE]!;
  const left = () => work.ids("select distinct case_id as id from case_clock where account_id = ? and wake_at = 1");
  // Looked at anew, though no level is due.
  await work.sql("update case_clock set wake_at = 1 where account_id = ? and ended_at is null");
  await work.refuse("case_clock", "case_id", [spoilt]);
  await work.wake("clocks");
  const again = { run: () => work.wake("clocks"), left };
  return { work: "clocks", parked: { subject: "escalation", problem: "database.failed" }, left: await left(), ill: spoilt, again };
}

async function blocks(): Promise<Poisoned> {
  await work.sql(`insert into contact_block (account_id, contact_id, number_hash, since, read_at, called_at)
    select c.account_id, c.contact_id, 'a number that was blocked', 0, 0, 0 from host_conversation c where c.account_id = ?`);
  const contacts = await work.ids("select contact_id as id from contact_block where account_id = ? order by id");
  const spoilt = contacts[MIDDLE]!;
  const left = () => work.ids("select contact_id as id from contact_block where account_id = ? and read_at = 0");
  await work.refuse("contact_block", "contact_id", [spoilt], "delete");
  await work.runJob("host.blocks");
  const again = { run: () => work.runJob("host.blocks"), left };
  return { work: "host.blocks", parked: { subject: "contact_block", problem: "database.failed" }, left: await left(), ill: spoilt, again };
}

async function checkpoints(): Promise<Poisoned> {
  for (let n = 0; n < 3; n++) {
    await desk.clock.runFor(DAY);
    await desk.admin.signIn(desk.account.publicId, "sandbox-token-laura-admin");
    await work.runJob("journal.checkpoints");
  }
  const all = await work.ids("select seq as id from journal_checkpoint where account_id = ? order by seq");
  const spoilt = all[1]!;
  await work.sql("update journal_checkpoint set published = 0 where account_id = ?");
  await work.refuse("journal_checkpoint", "seq", [spoilt]);
  const left = () => work.ids("select seq as id from journal_checkpoint where account_id = ? and published = 0");
  await work.runJob("journal.checkpoints");
  const again = { run: () => work.runJob("journal.checkpoints"), left };
  const parked = { subject: "journal_checkpoint", problem: "database.failed" };
  return { work: "journal.checkpoints", parked, left: await left(), ill: spoilt, again };
}

const ONE_STATEMENT = "it deletes what is old in one statement; a row that the database will not delete is the account's trouble";
const ONE_QUESTION = "it asks the helpdesk about the account as a whole and works on no rows";

const ROWS: Readonly<Record<string, Row>> = {
  // Before the others: later the debtors have said things, and nobody is planned for.
  "lane plan": { case: plan },
  "lane dispatch": { in: IN_THE_MIDDLE, words: 'test("dispatch:' },
  "lane reconcile": { in: IN_THE_MIDDLE, words: 'test("reconcile:' },
  "lane inbox": { case: inbox },
  "lane listing": { in: IN_THE_MIDDLE, words: 'test("listing:' },
  "lane reread": { in: IN_THE_MIDDLE, words: 'test("reread:' },
  "lane promises": { case: promises },
  "lane segments": { case: segments },
  "lane actions": { case: actions },
  "lane clocks": { case: clocks },
  "lane imports": {
    in: "test/scenarios/money/whatever-is-wrong-with-a-row-nobody-is-asked-for-what-it-says-is-paid.db.spec.ts",
    words: "row.stored_data_unreadable",
  },
  "lane projections": {
    none: "a number is made of every record in order: without one that cannot be read it would be another number, so the account waits and says so",
  },
  "lane mail": {
    in: "test/server/modules/kpis/reports/schedules/a-scheduled-report-reaches-each-recipient-once-whatever-happens-between.db.spec.ts",
    words: "a refused address costs only itself",
  },
  "job mail.poll": { wakes: "mail" },
  "job reports.scheduled": {
    none: "it works on three schedules at most; one that cannot be made is the account's trouble, because its numbers are",
  },
  "job outbox.dispatch": { wakes: "dispatch" },
  "job outbox.reconcile": { wakes: "reconcile" },
  "job host.inbox": { wakes: "inbox" },
  "job host.listing": { wakes: "listing" },
  "job host.reread": { wakes: "reread" },
  "job negotiation.promises": { wakes: "promises" },
  "job escalations.actions": { wakes: "actions" },
  "job escalations.clocks": { wakes: "clocks" },
  "job imports.wake": { wakes: "imports" },
  "job kpis.project": { wakes: "projections" },
  "job cadences.plan": { wakes: "plan" },
  "job segments.refresh": { wakes: "segments" },
  "job host.reconcile": { in: IN_THE_MIDDLE, words: 'test("the sweep of states:' },
  "job host.blocks": { case: blocks },
  "job journal.checkpoints": { case: checkpoints },
  "job portfolio.name-starts": { in: IN_THE_MIDDLE, words: 'test("the beginnings of names:' },
  "job portfolio.number-places": { in: IN_THE_MIDDLE, words: 'test("the places of numbers:' },
  "job host.webhook": { none: ONE_QUESTION },
  "job accounts.health": { none: ONE_QUESTION },
  "job templates.refresh": {
    none: "the list of templates is taken over whole; one of them that is unknown or cannot be read is not sendable",
  },
  "job host.clean_up": { none: ONE_STATEMENT },
  "job kpis.alerts": {
    none: "the figures of a day are read together: without one of them nobody knows whether it is well, so the account waits",
  },
  "job accounts.clean_up": { none: ONE_STATEMENT },
  "job imports.forget": { none: ONE_STATEMENT },
};

const CASES = Object.entries(ROWS).flatMap(([name, row]) => ("case" in row ? [[name, row.case] as const] : []));

test("there is an entry for every lane and every job", () => {
  const jobs = desk.app.get(Scheduler).jobs.map(({ name }) => `job ${name}`);
  expect(Object.keys(ROWS).sort()).toEqual([...LANES.map((lane) => `lane ${lane}`), ...jobs].sort());
});

test("and what stands elsewhere stands there", () => {
  const missing = Object.values(ROWS).filter(
    (row) => "in" in row && !(existsSync(row.in) && readFileSync(row.in, "utf8").includes(row.words)),
  );
  expect(missing).toEqual([]);
});

test.each(CASES)("%s: the others are done, and it is shown why the one is not", async (_name, poison) => {
  const { work: name, parked, left, ill: row, again } = await poison();
  expect(left).toEqual([row]);
  expect(await work.parked(name)).toMatchObject([parked]);
  const { items } = await desk.app.get(ParkedPage).show(desk.account.id, "en");
  expect(items.map((item) => item.work)).toContain(desk.app.get(RecordWords).work(name, "en"));
  expect((await doctorOf(desk)).find(({ check }) => check.endsWith(": work"))?.ok).toBe(false);
  await work.cure();
  if (again) {
    await desk.clock.runFor(2 * MINUTE);
    await again.run();
    expect({ left: await again.left(), parked: await work.parked(name) }).toEqual({ left: [], parked: [] });
  }
  await work.sql("delete from parked_work where account_id = ?");
});

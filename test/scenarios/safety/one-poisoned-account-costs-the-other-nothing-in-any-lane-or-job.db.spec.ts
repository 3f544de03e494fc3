import { afterAll, afterEach, beforeAll, expect, jest, test } from "@jest/globals";
import { turnOn } from "../../../server/demo/demo-installation.js";
import type { SaldoClient } from "../../../server/demo/saldo-client.js";
import { AccountDirectory } from "../../../server/modules/accounts/index.js";
import { RecordWords } from "../../../server/modules/journal/index.js";
import { ParkedPage, Projector } from "../../../server/modules/kpis/index.js";
import { Scheduler } from "../../../server/platform/clock/scheduler.js";
import type { SqlValue } from "../../../server/platform/database/dialect.js";
import { JobQueue, type Lane, LANES } from "../../../server/platform/queue/job-queue.js";
import { DAY, MINUTE, SECOND } from "../../../server/shared/instant.js";
import { TEXTS } from "../../../server/platform/words/texts.js";
import { testDialect } from "../../support/database.js";
import { debtsFile } from "../../support/debts-file.js";
import { type Desk, openDesk } from "../../support/desk.js";
import { doctorOf } from "../support/doctor.js";
import { RequestLog } from "../support/request-log.js";
import { connectSecondAccount } from "../support/second-account.js";

/** One of the two accounts; in the helpdesk they have the same ids. */
interface Tenant {
  readonly id: 1 | 2;
  readonly client: SaldoClient;
}

/** How a piece of work is made due in an account and seen done, and what one account is poisoned with. */
interface Recipe {
  /** Name under which its trouble is listed; the lane's or job's own where it says nothing else. */
  readonly work?: string;
  /** `token`: the stored token does not open. Else the database refuses this in the account's rows. */
  readonly poison: "token" | readonly [table: string, verb: "insert" | "update" | "delete"];
  /** In the database, before the poison. */
  readonly due?: readonly string[];
  /** Through a door, with the poison in place. */
  readonly happens?: (tenant: Tenant) => Promise<unknown>;
  /** Rows that are left to work on; or what the helpdesk is asked for. */
  readonly left: string | { readonly asks: (accountId: number) => string };
}

const PHONE = "+573005550001";
let imported = 0;

const says = (text: string) => async (tenant: Tenant) => {
  desk.sandbox.playDebtor({ accountId: tenant.id, phone: PHONE, text });
  await desk.clock.runFor(SECOND);
};
const anotherFile = (background: boolean) => (tenant: Tenant) => {
  const text = debtsFile([
    { id: `more ${imported}`, reference: `M-${imported}`, phone: `+5730066600${String(imported++).padStart(2, "0")}` },
  ]);
  return tenant.client.call("POST", "/api/imports", { kind: "debts", fileName: "b.csv", text, background });
};

const PLAN: Recipe = {
  work: "plan",
  poison: ["outbox_message", "insert"],
  happens: anotherFile(false),
  left: `select d.id from debtor d where d.account_id = ? and not exists
          (select 1 from outbox_message m where m.account_id = d.account_id and m.debtor_id = d.id)`,
};
const SEGMENTS: Recipe = {
  work: "segments",
  poison: ["segment", "update"],
  due: ["update segment set refreshed_on = null where account_id = ?"],
  left: "select id from segment where account_id = ? and refreshed_on is null",
};

/** What each lane does. */
const OF_LANES: Readonly<Record<Lane, Recipe>> = {
  dispatch: {
    poison: "token",
    happens: says("Pagar ahora"),
    left: "select id from outbox_message where account_id = ? and kind = 'reply' and state = 'planned'",
  },
  reconcile: {
    poison: "token",
    due: [
      "update outbox_message set state = 'unknown', settle_at = 0 where account_id = ? and kind = 'cadence' and host_message_id is not null",
    ],
    left: "select id from outbox_message where account_id = ? and state = 'unknown'",
  },
  inbox: {
    poison: ["webhook_delivery", "update"],
    happens: says("hola"),
    left: "select id from webhook_delivery where account_id = ? and due_at is not null",
  },
  listing: {
    poison: "token",
    due: ["update host_cursor set due_at = 0, needed_since = 0 where account_id = ?"],
    left: "select account_id from host_cursor where account_id = ? and needed_since is not null",
  },
  reread: {
    poison: "token",
    due: ["update host_conversation set reread_from = 1 where account_id = ?"],
    left: "select id from host_conversation where account_id = ? and reread_from is not null",
  },
  plan: PLAN,
  promises: {
    poison: ["promise", "update"],
    due: ["update promise set state = 'active', active_slot = 1, ended_at = null, judge_at = 1795180000000 where account_id = ?"],
    left: "select id from promise where account_id = ? and state = 'active'",
  },
  segments: SEGMENTS,
  actions: {
    poison: "token",
    due: ["update host_action set state = 'due', due_at = 0, ended_at = null where account_id = ?"],
    left: "select id from host_action where account_id = ? and state = 'due'",
  },
  clocks: {
    poison: ["case_clock", "update"],
    due: ["update case_clock set wake_at = 1 where account_id = ? and ended_at is null"],
    left: "select case_id from case_clock where account_id = ? and wake_at = 1",
  },
  imports: {
    poison: ["portfolio_import", "update"],
    happens: anotherFile(true),
    left: "select id from portfolio_import where account_id = ? and status = 'running'",
  },
  projections: {
    poison: ["debt_span", "insert"],
    happens: anotherFile(false),
    left: `select d.id from debt d where d.account_id = ? and not exists
            (select 1 from debt_span s where s.account_id = d.account_id and s.debt_id = d.id)`,
  },
  mail: {
    poison: ["outgoing_mail", "update"],
    due: [
      `insert into outgoing_mail (account_id, public_id, purpose, about, recipient, address_sealed, content_sealed, state, attempts, due_at, created_at)
        select a.id, 'a mail', 'alert', 'a thing', 'user:1', '', '', 'due', 0, 0, 0 from account a where a.id = ?`,
    ],
    left: "select id from outgoing_mail where account_id = ? and state = 'due'",
  },
};

/** Jobs that only wake a lane. */
const WAKING = {
  "outbox.dispatch": "dispatch",
  "outbox.reconcile": "reconcile",
  "host.inbox": "inbox",
  "host.listing": "listing",
  "host.reread": "reread",
  "negotiation.promises": "promises",
  "escalations.actions": "actions",
  "escalations.clocks": "clocks",
  "imports.wake": "imports",
  "kpis.project": "projections",
  "mail.poll": "mail",
} as const satisfies Record<string, Lane>;

/** What the other jobs do. */
const OF_JOBS: Readonly<Record<string, Recipe>> = {
  "reports.scheduled": {
    poison: ["report_run", "insert"],
    due: [
      `insert into report_schedule (account_id, kind, enabled, minute, working_days, pdf, xlsx, since, changed_by)
        select a.id, 'weekly', 1, 0, 1, 0, 0, 0, 'user:1' from account a where a.id = ?`,
    ],
    left: "select account_id from report_schedule where account_id = ? and made_from is null",
  },
  "cadences.plan": PLAN,
  "segments.refresh": SEGMENTS,
  "host.reconcile": {
    work: "host.sweep",
    poison: "token",
    due: ["update outbox_message set state = 'accepted' where account_id = ? and kind = 'cadence' and host_message_id is not null"],
    left: "select id from outbox_message where account_id = ? and kind = 'cadence' and state = 'accepted' and host_message_id is not null",
  },
  "host.webhook": {
    poison: "token",
    due: ["update account set webhook_secret_sealed = null where id = ?"],
    left: "select id from account where id = ? and webhook_secret_sealed is null",
  },
  "host.blocks": {
    poison: "token",
    due: [
      `insert into contact_block (account_id, contact_id, number_hash, since, read_at, called_at)
        select c.account_id, c.contact_id, 'a number that was blocked', 0, 0, 0 from host_conversation c where c.account_id = ?`,
    ],
    left: "select id from contact_block where account_id = ? and read_at = 0",
  },
  "host.clean_up": {
    poison: ["webhook_delivery", "delete"],
    due: ["update webhook_delivery set received_at = 0, due_at = null where account_id = ?"],
    left: "select id from webhook_delivery where account_id = ? and received_at = 0",
  },
  "journal.checkpoints": {
    poison: ["journal_checkpoint", "insert"],
    left: "select id from account where id = ? and not exists (select 1 from journal_checkpoint c where c.account_id = account.id)",
  },
  "accounts.health": {
    poison: "token",
    due: ["insert into host_trouble (account_id, trouble, halts, since) values (?, 'team_missing', 0, 0)"],
    left: "select since from host_trouble where account_id = ?",
  },
  "accounts.clean_up": {
    poison: ["session", "delete"],
    due: [
      `insert into session (account_id, public_id, token_hash, host_user_id, name_sealed, host_role, verified_at, last_seen_at, created_at, expires_at, ended_at)
        values (?, 'long ago', 'long ago', 1, '', 'agent', 0, 0, 0, 0, 0)`,
    ],
    left: "select id from session where account_id = ? and expires_at = 0",
  },
  "imports.forget": {
    poison: ["import_trace", "delete"],
    due: ["update import_trace set created_at = 0 where account_id = ?"],
    left: "select id from import_trace where account_id = ? and created_at = 0",
  },
  "portfolio.name-starts": {
    poison: ["debtor_lookup", "insert"],
    due: ["delete from debtor_lookup where account_id = ? and kind = 'name_start'"],
    left: `select d.id from debtor d where d.account_id = ? and not exists
            (select 1 from debtor_lookup l where l.account_id = d.account_id and l.debtor_id = d.id and l.kind = 'name_start')`,
  },
  "portfolio.number-places": {
    poison: ["contact_point", "update"],
    due: ["update contact_point set places = null where account_id = ?"],
    left: "select id from contact_point where account_id = ? and places is null",
  },
  "kpis.alerts": {
    poison: ["alert_watch", "insert"],
    due: ["delete from alert_watch where account_id = ?"],
    happens: ({ id }) => desk.app.get(Projector).catchUp(id),
    left: "select id from account where id = ? and not exists (select 1 from alert_watch w where w.account_id = account.id)",
  },
  "templates.refresh": { poison: "token", left: { asks: (accountId) => `GET /api/v1/accounts/${accountId}/inboxes` } },
};

let desk: Desk;
let asked: RequestLog;
let ill: Tenant;
let well: Tenant;
let slot = 0;

beforeAll(async () => {
  const debts = debtsFile([{ id: "Ana", phone: PHONE }]);
  desk = await openDesk({ debts, ticks: "none" });
  const other = await connectSecondAccount(desk, { debts, live: true });
  ill = { id: 1, client: desk.admin };
  well = { id: 2, client: other.client };
  expect([desk.account.id, other.id]).toEqual([1, 2]);
  asked = new RequestLog(desk.sandbox);
  for (const { client } of [ill, well]) await turnOn(client);
  await wake("listing");
  await wake("dispatch");
  for (const tenant of [ill, well]) {
    for (const text of ["Recordarme después", "el 24", "Hablar con una persona"]) await says(text)(tenant);
  }
  await desk.clock.runFor(MINUTE);
  slot = Math.ceil(desk.clock.now() / DAY) * DAY;
});
afterAll(() => desk?.close());

const sql = (text: string, params: readonly SqlValue[] = []) => desk.db.inUnitOfWork("test", () => desk.db.run(text, params));
const wake = async (lane: Lane) => {
  await desk.app.get(JobQueue).wake(lane);
  await desk.clock.runFor(SECOND);
};
const runJob = async (name: string) => {
  const job = desk.app.get(Scheduler).jobs.find((candidate) => candidate.name === name)!;
  const running = desk.clock.during(() => job.run((slot += DAY)));
  await desk.clock.runFor(SECOND);
  await running;
};

/** Takes the poison out again; known after it was put in. */
let heal: (() => Promise<unknown>) | null = null;
afterEach(async () => {
  await heal?.();
  heal = null;
});

async function poison({ poison: what }: Recipe): Promise<void> {
  if (what === "token") {
    const tokens = (await desk.db.row<Record<string, string | null>>("select token_sealed, sender_token_sealed from account where id = ?", [
      ill.id,
    ]))!;
    const store = async (values: readonly SqlValue[]) => {
      await sql("update account set token_sealed = ?, sender_token_sealed = ? where id = ?", [...values, ill.id]);
      desk.app.get(AccountDirectory).invalidate();
    };
    heal = () => store([tokens["token_sealed"]!, tokens["sender_token_sealed"]!]);
    return store(["spoilt", "spoilt"]);
  }
  const [table, verb] = what;
  const row = verb === "delete" ? "old" : "new";
  const lite = testDialect() === "sqlite";
  const refuse = lite
    ? `create trigger poison before ${verb} on ${table} when ${row}.account_id = ${ill.id} begin select raise(abort, 'poisoned'); end`
    : `create trigger poison before ${verb} on ${table} for each row
        begin if ${row}.account_id = ${ill.id} then signal sqlstate '45000' set message_text = 'poisoned'; end if; end`;
  await sql(refuse);
  heal = () => sql("drop trigger poison");
}

async function isDone({ left }: Recipe, tenant: Tenant): Promise<boolean> {
  if (typeof left !== "string") return asked.count(left.asks(tenant.id)) > 0;
  return (await desk.db.rows(left, [tenant.id])).length === 0;
}

function parked(tenant: Tenant): Promise<{ work: string; problem: string }[]> {
  return desk.db.rows("select work, problem from parked_work where account_id = ? order by id", [tenant.id]);
}

async function told(tenant: Tenant, work: string, since: number): Promise<number> {
  const rows = await desk.db.rows<{ payload: string }>(
    "select payload from journal_record where account_id = ? and at >= ? and type in ('work.interrupted', 'work.parked')",
    [tenant.id, since],
  );
  return rows.filter(({ payload }) => (JSON.parse(payload) as { work: string }).work === work).length;
}

async function costsTheOtherNothing(recipe: Recipe, work: string, run: () => Promise<void>): Promise<void> {
  const since = desk.clock.now();
  for (const statement of recipe.due ?? []) for (const { id } of [ill, well]) await sql(statement, [id]);
  asked.clear();
  await poison(recipe);
  for (const tenant of [ill, well]) await recipe.happens?.(tenant);
  await run();
  expect({ ill: await isDone(recipe, ill), well: await isDone(recipe, well) }).toEqual({ ill: false, well: true });
  await desk.clock.runFor(MINUTE);
  await run();
  // One record for each that could not be worked on, however often it was tried, and a reason people can read.
  const rows = (await parked(ill)).filter((row) => row.work === work);
  expect(rows.length).toBeGreaterThan(0);
  expect(await told(ill, work, since)).toBe(rows.length);
  expect(await parked(well)).toEqual([]);
  const words = desk.app.get(RecordWords);
  for (const locale of TEXTS.locales()) expect(words.work(work, locale)).not.toBe(work);
  const { items } = await desk.app.get(ParkedPage).show(ill.id, "en");
  expect(items.map((item) => item.work)).toContain(words.work(work, "en"));
  await heal!();
  heal = null;
  await sql("update parked_work set retry_at = 0 where account_id = ? and subject <> 'account'", [ill.id]);
  await desk.clock.runFor(MINUTE);
  await run();
  expect({ done: await isDone(recipe, ill), parked: (await parked(ill)).filter((row) => row.work === work) }).toEqual({
    done: true,
    parked: [],
  });
}

test("every lane and every job there is has its recipe here", () => {
  const known = [...Object.keys(OF_JOBS), ...Object.keys(WAKING)].sort();
  expect(
    desk.app
      .get(Scheduler)
      .jobs.map(({ name }) => name)
      .sort(),
  ).toEqual(known);
});

test.each(LANES)("lane %s", (lane) => costsTheOtherNothing(OF_LANES[lane], OF_LANES[lane].work ?? lane, () => wake(lane)));

test.each(Object.entries(WAKING))("job %s wakes %s and does nothing else", async (job, lane) => {
  const woken = jest.spyOn(desk.app.get(JobQueue), "wake");
  await runJob(job);
  expect(woken.mock.calls[0]).toEqual([lane]);
  woken.mockRestore();
});

test.each(Object.entries(OF_JOBS))("job %s", (job, recipe) => costsTheOtherNothing(recipe, recipe.work ?? job, () => runJob(job)));

test("doctor says it of the one account and not of the other", async () => {
  await poison(OF_LANES.dispatch);
  await wake("dispatch");
  const work = (await doctorOf(desk)).filter(({ check }) => check.endsWith(": work"));
  expect(work).toMatchObject([
    {
      check: expect.stringMatching(/^account 1 /),
      ok: false,
      detail: expect.stringMatching(/the whole account: what is stored sealed does not open/),
    },
    { check: expect.stringMatching(/^account 2 /), ok: true, detail: "nothing is set aside" },
  ]);
});

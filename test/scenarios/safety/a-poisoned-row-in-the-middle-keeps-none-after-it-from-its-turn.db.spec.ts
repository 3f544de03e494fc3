import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import { Scheduler } from "../../../server/platform/clock/scheduler.js";
import type { SqlValue } from "../../../server/platform/database/dialect.js";
import { JobQueue, type Lane } from "../../../server/platform/queue/job-queue.js";
import { DAY, MINUTE, SECOND } from "../../../server/shared/instant.js";
import { testDialect } from "../../support/database.js";
import { debtsFile } from "../../support/debts-file.js";
import { type Desk, openDesk } from "../../support/desk.js";

const PEOPLE = Array.from({ length: 7 }, (_, n) => ({ id: `d${n}`, reference: `R-${n}`, phone: `+57300555000${n}` }));
/** Cannot be written to. */
const UNREADABLE = 3;

let desk: Desk;
/** The conversations, in the order in which they were begun. */
let conversations: { readonly id: number; readonly conversation: number; readonly debtor: number }[];
let ill: (typeof conversations)[number];

beforeAll(async () => {
  desk = await openDesk({ debts: debtsFile(PEOPLE), ticks: "none" });
});
afterAll(() => desk?.close());

const sql = (text: string, params: readonly SqlValue[] = [desk.account.id]) =>
  desk.db.inUnitOfWork("test", () => desk.db.run(text, params));
const ids = async (text: string) => (await desk.db.rows<{ id: number }>(text, [desk.account.id])).map(({ id }) => id);
const wake = async (lane: Lane) => {
  await desk.app.get(JobQueue).wake(lane);
  await desk.clock.runFor(MINUTE);
};
const runJob = async (name: string) => {
  const job = desk.app.get(Scheduler).jobs.find((candidate) => candidate.name === name)!;
  const running = desk.clock.during(() => job.run(desk.clock.now() + DAY));
  await desk.clock.runFor(SECOND);
  await running;
};
const parked = (work: string) =>
  desk.db.rows("select subject, subject_id, problem from parked_work where account_id = ? and work = ?", [desk.account.id, work]);

let poisoned = false;
/** The database refuses changes of some rows. */
async function refuse(table: string, column: string, values: readonly number[]): Promise<void> {
  const [lite, condition] = [testDialect() === "sqlite", `new.account_id = ${desk.account.id} and new.${column} in (${values.join()})`];
  await sql(
    lite
      ? `create trigger poison before update on ${table} when ${condition} begin select raise(abort, 'poisoned'); end`
      : `create trigger poison before update on ${table} for each row
          begin if ${condition} then signal sqlstate '45000' set message_text = 'poisoned'; end if; end`,
    [],
  );
  poisoned = true;
}
afterEach(async () => {
  if (poisoned) await sql("drop trigger poison", []);
  poisoned = false;
});

test("dispatch: a number that does not open", async () => {
  const [debtor] = await ids(`select id from debtor where account_id = ? and external_id = '${PEOPLE[UNREADABLE]!.id}'`);
  await sql("update contact_point set value_sealed = 'spoilt' where account_id = ? and debtor_id = ?", [desk.account.id, debtor!]);
  await desk.turnOn();
  await wake("listing");
  await wake("dispatch");
  expect(desk.sent()).toHaveLength(PEOPLE.length - 1);
  // The debtor, and the message that was due to them.
  expect(await parked("dispatch")).toMatchObject([
    { subject: "debtor", subject_id: debtor, problem: "seal.unreadable" },
    { subject: "outbox_message", problem: "seal.unreadable" },
  ]);
  conversations = await desk.db.rows(
    "select id, conversation_id as conversation, debtor_id as debtor from host_conversation where account_id = ? order by id",
    [desk.account.id],
  );
  ill = conversations[2]!;
});

test("reconcile: a message of unknown outcome", async () => {
  await sql("update outbox_message set state = 'unknown', settle_at = id where account_id = ? and host_message_id is not null");
  await refuse("outbox_message", "conversation_id", [ill.conversation]);
  await wake("reconcile");
  expect(await ids("select conversation_id as id from outbox_message where account_id = ? and state = 'unknown'")).toEqual([
    ill.conversation,
  ]);
  expect(await parked("reconcile")).toMatchObject([{ subject: "outbox_message", problem: "database.failed" }]);
});

test("reread: a conversation of which a state was announced", async () => {
  await sql("update host_conversation set reread_from = id where account_id = ?");
  await refuse("host_conversation", "id", [ill.id]);
  await wake("reread");
  expect(await ids("select id from host_conversation where account_id = ? and reread_from is not null")).toEqual([ill.id]);
  expect(await parked("reread")).toMatchObject([{ subject: "host_conversation", subject_id: ill.id, problem: "database.failed" }]);
});

test("the sweep of states: what cannot be read is announced, and read again", async () => {
  await sql("update host_conversation set reread_from = null where account_id = ?");
  await sql("delete from parked_work where account_id = ?");
  await sql("update outbox_message set state = 'accepted' where account_id = ? and host_message_id is not null");
  await refuse("outbox_message", "conversation_id", [ill.conversation]);
  await runJob("host.reconcile");
  const accepted = "select conversation_id as id from outbox_message where account_id = ? and state = 'accepted'";
  expect(await ids(accepted)).toEqual([ill.conversation]);
  await wake("reread");
  expect(await parked("reread")).toMatchObject([{ subject: "host_conversation", subject_id: ill.id, problem: "database.failed" }]);
  await sql("drop trigger poison", []);
  poisoned = false;
  await sql("update parked_work set retry_at = 0 where account_id = ?");
  await wake("reread");
  expect([await ids(accepted), await parked("reread")]).toEqual([[], []]);
});

test("the places of numbers: a number that cannot be stored", async () => {
  await sql("update contact_point set places = null where account_id = ?");
  await refuse("contact_point", "debtor_id", [ill.debtor]);
  await runJob("portfolio.number-places");
  expect(await ids("select distinct debtor_id as id from contact_point where account_id = ? and places is null")).toEqual([ill.debtor]);
  expect(await parked("portfolio.number-places")).toMatchObject([{ subject: "contact_point", problem: "database.failed" }]);
});

test("listing: more conversations in a row than an outage would take", async () => {
  desk.sandbox.faults.add({ kind: "webhook_lost" });
  const phones = PEOPLE.filter((_, n) => n !== UNREADABLE).map(({ phone }) => phone);
  for (const phone of phones) desk.sandbox.playDebtor({ accountId: 1, phone, text: "hola" });
  await desk.clock.runFor(SECOND);
  await refuse(
    "host_conversation",
    "conversation_id",
    conversations.slice(1, 5).map(({ conversation }) => conversation),
  );
  await sql("update host_cursor set due_at = 0 where account_id = ?");
  await wake("listing");
  const heard = await ids("select id from host_conversation where account_id = ? and last_inbound_at is not null order by id");
  expect(heard).toEqual([conversations[0]!.id, conversations[5]!.id]);
  expect(await ids("select conversation_id as id from unheard_conversation where account_id = ? order by id")).toHaveLength(4);
});

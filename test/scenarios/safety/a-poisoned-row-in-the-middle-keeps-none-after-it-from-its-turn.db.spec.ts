import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import { SECOND } from "../../../server/shared/instant.js";
import { debtsFile } from "../../support/debts-file.js";
import { type Desk, openDesk } from "../../support/desk.js";
import { WorkBench } from "./support/work-bench.js";

const PEOPLE = Array.from({ length: 7 }, (_, n) => ({ id: `d${n}`, reference: `R-${n}`, phone: `+57300555000${n}` }));
/** Cannot be written to. */
const UNREADABLE = 3;

let desk: Desk;
let work: WorkBench;
/** The conversations, in the order in which they were begun. */
let conversations: { readonly id: number; readonly conversation: number; readonly debtor: number }[];
let ill: (typeof conversations)[number];

beforeAll(async () => {
  desk = await openDesk({ debts: debtsFile(PEOPLE), ticks: "none" });
  work = new WorkBench(desk);
});
afterAll(() => desk?.close());

afterEach(() => work.cure());

test("dispatch: a number that does not open", async () => {
  const [debtor] = await work.ids(`select id from debtor where account_id = ? and external_id = '${PEOPLE[UNREADABLE]!.id}'`);
  await work.sql("update contact_point set value_sealed = 'spoilt' where account_id = ? and debtor_id = ?", [desk.account.id, debtor!]);
  await desk.turnOn();
  await work.wake("listing");
  await work.wake("dispatch");
  expect(desk.sent()).toHaveLength(PEOPLE.length - 1);
  // The debtor, and the message that was due to them.
  expect(await work.parked("dispatch")).toMatchObject([
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
  await work.sql("update outbox_message set state = 'unknown', settle_at = id where account_id = ? and host_message_id is not null");
  await work.refuse("outbox_message", "conversation_id", [ill.conversation]);
  await work.wake("reconcile");
  expect(await work.ids("select conversation_id as id from outbox_message where account_id = ? and state = 'unknown'")).toEqual([
    ill.conversation,
  ]);
  expect(await work.parked("reconcile")).toMatchObject([{ subject: "outbox_message", problem: "database.failed" }]);
});

test("reread: a conversation of which a state was announced", async () => {
  await work.sql("update host_conversation set reread_from = id where account_id = ?");
  await work.refuse("host_conversation", "id", [ill.id]);
  await work.wake("reread");
  expect(await work.ids("select id from host_conversation where account_id = ? and reread_from is not null")).toEqual([ill.id]);
  expect(await work.parked("reread")).toMatchObject([{ subject: "host_conversation", subject_id: ill.id, problem: "database.failed" }]);
});

test("the sweep of states: what cannot be read is announced, and read again", async () => {
  await work.sql("update host_conversation set reread_from = null where account_id = ?");
  await work.sql("delete from parked_work where account_id = ?");
  await work.sql("update outbox_message set state = 'accepted' where account_id = ? and host_message_id is not null");
  await work.refuse("outbox_message", "conversation_id", [ill.conversation]);
  await work.runJob("host.reconcile");
  const accepted = "select conversation_id as id from outbox_message where account_id = ? and state = 'accepted'";
  expect(await work.ids(accepted)).toEqual([ill.conversation]);
  await work.wake("reread");
  expect(await work.parked("reread")).toMatchObject([{ subject: "host_conversation", subject_id: ill.id, problem: "database.failed" }]);
  await work.cure();
  await work.sql("update parked_work set retry_at = 0 where account_id = ?");
  await work.wake("reread");
  expect([await work.ids(accepted), await work.parked("reread")]).toEqual([[], []]);
});

test("the beginnings of names: a name whose hash cannot be stored", async () => {
  await work.sql("delete from debtor_lookup where account_id = ? and kind = 'name_start'");
  await work.refuse("debtor_lookup", "debtor_id", [ill.debtor], "insert");
  await work.runJob("portfolio.name-starts");
  const unnamed = `select d.id from debtor d where d.account_id = ? and not exists
    (select 1 from debtor_lookup l where l.account_id = d.account_id and l.debtor_id = d.id and l.kind = 'name_start')`;
  expect(await work.ids(unnamed)).toEqual([ill.debtor]);
  expect(await work.parked("portfolio.name-starts")).toMatchObject([{ subject: "debtor", problem: "database.failed" }]);
});

test("the places of numbers: a number that cannot be stored", async () => {
  await work.sql("update contact_point set places = null where account_id = ?");
  await work.refuse("contact_point", "debtor_id", [ill.debtor]);
  await work.runJob("portfolio.number-places");
  expect(await work.ids("select distinct debtor_id as id from contact_point where account_id = ? and places is null")).toEqual([
    ill.debtor,
  ]);
  expect(await work.parked("portfolio.number-places")).toMatchObject([{ subject: "contact_point", problem: "database.failed" }]);
});

test("listing: more conversations in a row than an outage would take", async () => {
  desk.sandbox.faults.add({ kind: "webhook_lost" });
  const phones = PEOPLE.filter((_, n) => n !== UNREADABLE).map(({ phone }) => phone);
  for (const phone of phones) desk.sandbox.playDebtor({ accountId: 1, phone, text: "hola" });
  await desk.clock.runFor(SECOND);
  await work.refuse(
    "host_conversation",
    "conversation_id",
    conversations.slice(1, 5).map(({ conversation }) => conversation),
  );
  await work.sql("update host_cursor set due_at = 0 where account_id = ?");
  await work.wake("listing");
  const heard = await work.ids("select id from host_conversation where account_id = ? and last_inbound_at is not null order by id");
  expect(heard).toEqual([conversations[0]!.id, conversations[5]!.id]);
  expect(await work.ids("select conversation_id as id from unheard_conversation where account_id = ? order by id")).toHaveLength(4);
});

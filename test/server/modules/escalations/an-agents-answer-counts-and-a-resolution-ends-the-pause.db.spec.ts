import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { JournalVerifier } from "../../../../server/modules/journal/index.js";
import { TOKENS } from "../../../support/desk.js";
import { remindedDebtor, type RemindedDebtor } from "../negotiation/support/reminded-debtor.js";

let debtor: RemindedDebtor;
beforeAll(async () => {
  debtor = await remindedDebtor();
});
afterAll(() => debtor?.close());

const CASES =
  "select reason, case when answered_at is null then 0 else 1 end as answered, answered_by, open_slot from escalation where account_id = ? order by id";
const OPEN_HOLDS = "select reason from hold where account_id = ? and released_at is null";

test("a private note of an agent answers nothing", async () => {
  await debtor.press("Plan de pagos");
  await debtor.agent("messages", { content: "¿quién lo toma?", private: true });
  expect(await debtor.rows(CASES)).toEqual([{ reason: "payment_plan", answered: 0, answered_by: null, open_slot: 1 }]);
});

test("an agent's message answers the case and counts as a reply, not as a collection contact", async () => {
  await debtor.agent("messages", { content: "Buenas tardes, ¿hasta qué día necesita?" });
  expect(await debtor.rows(CASES)).toEqual([{ reason: "payment_plan", answered: 1, answered_by: "user:2", open_slot: 1 }]);
  expect(
    await debtor.rows("select origin, purpose, counts from contact_attempt where account_id = ? and source_key like 'host:%'"),
  ).toEqual([{ origin: "agent", purpose: "reply", counts: 0 }]);
  expect((await debtor.desk.today()).counts.needsPerson).toBe(0);
});

test("what the agent wrote is on the record, sealed, and the journal says of each record what became of its personal part", async () => {
  const { items } = await debtor.desk.admin.call<{ items: { type: string; personal: object | null; personalState: string }[] }>(
    "GET",
    "/api/journal?limit=50",
  );
  const of = (type: string) => items.find((record) => record.type === type);
  expect(of("attempt.observed")).toMatchObject({ personal: { text: "Buenas tardes, ¿hasta qué día necesita?" }, personalState: "open" });
  expect(of("case.answered")).toMatchObject({ personal: null, personalState: "none" });
  expect(JSON.stringify(await debtor.rows("select payload from journal_record where account_id = ?"))).not.toContain("hasta qué día");
});

test("what an agent agrees on is confirmed to the debtor in writing, once", async () => {
  const { items } = await debtor.desk.admin.call<{ items: { id: string }[] }>("GET", "/api/debtors");
  const agent = await debtor.desk.signIn(TOKENS.agent);
  const record = () =>
    agent.call<{ id: string; confirmed: boolean }>("POST", `/api/debtors/${items[0]?.id}/promises`, {
      amount: "200000.00",
      currency: "COP",
      date: "2026-11-27",
    });
  const promise = await record();
  expect(promise.confirmed).toBe(true);
  expect((await record()).confirmed).toBe(false);
  await debtor.desk.clock.runFor(30_000);
  expect(debtor.replies().filter((text) => text.includes("200.000") && text.includes("27 de noviembre"))).toHaveLength(1);
  await agent.call("POST", `/api/promises/${promise.id}/cancel`, { reason: "otra vez por escrito" });
});

test("an answer is not a solution: the pause stays, and when the debtor writes again the case needs a person again", async () => {
  expect(await debtor.rows(OPEN_HOLDS)).toEqual([{ reason: "needs_person" }]);
  await debtor.write("hasta el viernes");
  expect(await debtor.rows(CASES)).toEqual([{ reason: "payment_plan", answered: 0, answered_by: null, open_slot: 1 }]);
  expect(debtor.replies()).toHaveLength(2);
});

test("resolving the conversation closes the case and ends the pause", async () => {
  await debtor.agent("messages", { content: "De acuerdo, hasta el viernes." });
  await debtor.agent("toggle_status", { status: "resolved" });
  expect(await debtor.rows(CASES)).toEqual([{ reason: "payment_plan", answered: 1, answered_by: "user:2", open_slot: null }]);
  expect(await debtor.rows(OPEN_HOLDS)).toEqual([]);
});

test("an agent who writes without being asked makes a contact that counts", async () => {
  const db = debtor.desk.db;
  await db.inUnitOfWork("test", () =>
    db.run("update inbound_message set received_at = received_at - 172800000 where account_id = ?", [debtor.desk.account.id]),
  );
  await debtor.agent("messages", { content: "Le recuerdo su cuota." });
  expect(
    await debtor.rows(
      "select purpose, counts from contact_attempt where account_id = ? and source_key like 'host:%' order by id desc limit 1",
    ),
  ).toEqual([{ purpose: "collection", counts: 1 }]);
});

test("all of it is on the record, and the record verifies", async () => {
  const types = (await debtor.journal()).filter((type) => /^(case|reply|attempt|hold)\./.test(type));
  expect(types).toEqual([
    "reply.received",
    "case.escalated",
    "hold.placed",
    "attempt.observed",
    "case.answered",
    "hold.placed",
    "hold.released",
    "reply.received",
    "case.reopened",
    "attempt.observed",
    "case.answered",
    "case.closed",
    "hold.released",
    "attempt.observed",
  ]);
  expect(await debtor.desk.app.get(JournalVerifier).verify(debtor.desk.account.id)).toMatchObject({ ok: true });
});

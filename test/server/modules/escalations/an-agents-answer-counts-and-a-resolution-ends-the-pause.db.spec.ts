import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { JournalVerifier } from "../../../../server/modules/journal/index.js";
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

test("an answer is not a solution: the pause stays, and when the debtor writes again the case needs a person again", async () => {
  expect(await debtor.rows(OPEN_HOLDS)).toEqual([{ reason: "needs_person" }]);
  await debtor.write("hasta el viernes");
  expect(await debtor.rows(CASES)).toEqual([{ reason: "payment_plan", answered: 0, answered_by: null, open_slot: 1 }]);
  expect(debtor.replies()).toHaveLength(1);
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

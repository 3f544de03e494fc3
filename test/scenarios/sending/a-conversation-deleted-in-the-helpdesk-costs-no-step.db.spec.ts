import { afterEach, expect, test } from "@jest/globals";
import { HOUR, MINUTE } from "../../../server/shared/instant.js";
import { TOKENS } from "../../support/desk.js";
import { plannedDesk, type PlannedDesk } from "../support/planned-desk.js";

let desk: PlannedDesk;
afterEach(() => desk?.close());

const DEBT = { id: "C-1", phone: "+573005550301" };

async function remove(path: string): Promise<void> {
  const url = `${desk.sandbox.url}/api/v1/accounts/1/${path}`;
  const answer = await desk.clock.during(() => fetch(url, { method: "DELETE", headers: { api_access_token: TOKENS.admin } }));
  expect(answer.status).toBe(200);
}

const conversation = () => desk.sandbox.conversations.find((row) => row.accountId === 1)!;

test.each([
  ["the conversation", () => remove(`conversations/${conversation().displayId}`)],
  ["the contact with its conversation", () => remove(`contacts/${conversation().contactId}`)],
])("%s was deleted after it was prepared: the step goes out once, into a new one", async (_what, act) => {
  desk = await plannedDesk([DEBT]);
  await desk.prepare();
  const former = conversation().displayId;
  await act();
  await desk.release();
  for (let minute = 0; minute < 5; minute++) {
    await desk.round();
    await desk.clock.runFor(MINUTE);
  }
  expect(desk.sent()).toHaveLength(1);
  expect(conversation().displayId).not.toBe(former);
  expect(await desk.planned()).toMatchObject([{ state: expect.stringMatching(/accepted|at_whatsapp|delivered|read/) }]);
  // One message for life, whatever the number of claims; the refused one is on record and counts for nothing.
  const intended = await desk.journal("message.intended");
  expect(new Set(intended.map(({ payload }) => payload["ref"])).size).toBe(1);
  expect(intended.map(({ payload }) => payload["conversation"])).toEqual([former, conversation().displayId]);
  expect(await desk.journal("message.refused")).toMatchObject([{ payload: { reason: "missing", status: 404 } }]);
  expect(await desk.journal("message.parked")).toEqual([]);
  const attempts = await desk.db.rows<{ counts: number }>("select counts from contact_attempt where account_id = ?", [desk.account.id]);
  expect(attempts).toEqual([{ counts: 1 }]);
});

test("deleted before it was known whether the message went out: it is looked for twice, left to a person, and never sent again", async () => {
  desk = await plannedDesk([DEBT], { SALDO_POLL_MS: "10000" });
  await desk.prepare();
  desk.sandbox.faults.add({ kind: "request_lost", times: 1 });
  await desk.round();
  expect(await desk.planned()).toMatchObject([{ state: "unknown" }]);
  await remove(`conversations/${conversation().displayId}`);
  await desk.release();
  await desk.clock.runFor(HOUR);
  expect(await desk.planned()).toMatchObject([{ state: "unsent", reason: "conversation_gone" }]);
  expect(await desk.journal("message.parked")).toMatchObject([{ payload: { reason: "conversation_gone", looks: 2 } }]);
  expect(desk.sent()).toEqual([]);
});

test("an answer to a conversation that was deleted is not put into another one", async () => {
  desk = await plannedDesk([DEBT]);
  await desk.prepare();
  await desk.release();
  await desk.round();
  expect(desk.sent()).toHaveLength(1);
  const { displayId } = conversation();
  // While nothing may leave, the debtor writes and the conversation is deleted.
  await desk.admin.call("POST", "/api/account/stop", { reason: "a look first" });
  desk.sandbox.playDebtor({ accountId: 1, conversationId: displayId, text: "Quiero hablar con alguien" });
  await desk.clock.runFor(10_000);
  await remove(`conversations/${displayId}`);
  await desk.admin.call("POST", "/api/account/resume", { reason: "looked" });
  await desk.clock.runFor(3_000);
  await desk.round();
  const replies = await desk.db.rows("select state, reason from outbox_message where account_id = ? and kind = 'reply'", [desk.account.id]);
  expect(replies).toEqual([{ state: "parked", reason: "conversation_gone" }]);
  expect(desk.sent()).toEqual([]);
});

import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { DEMO_ACCOUNT } from "../../../server/demo/demo-installation.js";
import { SECOND } from "../../../server/shared/instant.js";
import { plannedDesk, type PlannedDesk } from "../support/planned-desk.js";

const PHONES = {
  winner: "+573005554301",
  loser: "+573005554302",
  wrongWinner: "+573005554303",
  wrongLoser: "+573005554304",
  edited: "+573005554305",
} as const;
type Who = keyof typeof PHONES;

let desk: PlannedDesk;
beforeAll(async () => {
  desk = await plannedDesk(Object.entries(PHONES).map(([id, phone]) => ({ id, phone, name: `Deudor ${id}` })));
  await desk.prepare();
  await desk.round();
  await desk.clock.runFor(20 * SECOND);
  await desk.agent("actions/contact_merge", { base_contact_id: contactOf("winner"), mergee_contact_id: contactOf("loser") });
  await desk.agent("actions/contact_merge", { base_contact_id: contactOf("wrongWinner"), mergee_contact_id: contactOf("wrongLoser") });
  // What the survivors write next goes into the last conversation that is not resolved: the other's.
  for (const who of ["winner", "wrongWinner"] as const) {
    await desk.agent(`conversations/${conversationOf(who)}/toggle_status`, { status: "resolved" });
  }
  // An agent writes a stranger's number into the contact; the conversation goes on sending to the old one.
  await desk.agent(`contacts/${contactOf("edited")}`, { phone_number: "+573009998877" }, "PATCH");
  await desk.release();
});
afterAll(() => desk?.close());

const contactOf = (who: Who) => desk.sandbox.contacts.find((row) => row.phoneNumber === PHONES[who])?.id;
const conversationOf = (who: Who) =>
  desk.sandbox.conversations.find((row) => `+${desk.sandbox.world.contactInboxes.must(row.contactInboxId).sourceId}` === PHONES[who])
    ?.displayId;
const write = async (who: Who, text: string) => {
  const before = desk.sent().length;
  const message = desk.sandbox.playDebtor({ accountId: DEMO_ACCOUNT, phone: PHONES[who], text })!;
  await desk.clock.runFor(20 * SECOND);
  return { conversationId: desk.sandbox.conversations.must(message.conversationId).displayId, answers: desk.sent().length - before };
};
const closed = async (who: Who) =>
  (await desk.db.rows("select id from opt_out where account_id = ? and debtor_id = ?", [desk.account.id, (await desk.debtor(who)).id]))
    .length;
const called = async (conversationId: number) =>
  desk.db.rows("select reason, debtor_id from escalation where account_id = ? and conversation_id = ?", [desk.account.id, conversationId]);

test("the survivor's stop, put into the other's conversation, closes the channel for both and calls a person", async () => {
  const { conversationId, answers } = await write("winner", "STOP");
  expect(desk.sandbox.graphRequests.some(({ to }) => `+${to}` === PHONES.loser)).toBe(true);
  expect([await closed("winner"), await closed("loser")]).toEqual([1, 1]);
  expect(await called(conversationId)).toEqual([{ reason: "shared_number", debtor_id: null }]);
  expect(answers).toBe(0);
});

test("a wrong person is held for both, and a person is called", async () => {
  const { conversationId, answers } = await write("wrongWinner", "Número equivocado");
  for (const who of ["wrongWinner", "wrongLoser"] as const) {
    const { id } = await desk.debtor(who);
    const holds = await desk.db.rows("select reason from hold where account_id = ? and debtor_id = ? and released_at is null", [
      desk.account.id,
      id,
    ]);
    expect(holds).toEqual([{ reason: "wrong_person" }]);
  }
  expect(await called(conversationId)).toEqual([{ reason: "shared_number", debtor_id: null }]);
  expect(answers).toBe(0);
});

test("in a conversation whose contact has a stranger's number now, a stop counts and nobody is answered", async () => {
  const { conversationId, answers } = await write("edited", "No me escriban más");
  expect(await closed("edited")).toBe(1);
  expect(await called(conversationId)).toEqual([{ reason: "shared_number", debtor_id: null }]);
  expect(answers).toBe(0);
});

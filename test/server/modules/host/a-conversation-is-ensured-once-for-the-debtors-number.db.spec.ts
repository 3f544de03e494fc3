import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { Conversations } from "../../../../server/modules/host/index.js";
import { LookupHash } from "../../../../server/platform/crypto/lookup-hash.js";
import { DAY, SECOND } from "../../../../server/shared/instant.js";
import { type Desk, openDesk } from "./support/desk.js";

let desk: Desk;
let account: number;
let conversations: Conversations;
beforeAll(async () => {
  desk = await openDesk({}, "none");
  account = (await desk.connected()).id;
  conversations = desk.app.get(Conversations);
});
afterAll(() => desk.close());

const ANA = { phone: "+573001112233", name: "Ana D'Angelo", identifier: "0193aaaa-0000-7000-8000-000000000001" };
const hashOf = (digits: string) => desk.app.get(LookupHash).of(account, "phone", digits);

test("a new debtor gets a contact and a snoozed conversation without a message", async () => {
  const conversation = await conversations.ensure(account, 11, ANA);
  expect(conversation).toMatchObject({
    debtorId: 11,
    inboxId: 1,
    status: "snoozed",
    sourceIdHash: hashOf("573001112233"),
    lastMessageId: 0,
    lastInboundAt: null,
  });
  expect(desk.sandbox.world.conversation(1, conversation.conversationId)).toMatchObject({ status: "snoozed" });
  expect(desk.sandbox.contacts.where((row) => row.phoneNumber === ANA.phone)).toHaveLength(1);
  expect(desk.sandbox.messages.where(() => true)).toEqual([]);
});

test("asked again, nothing is made and the helpdesk is not even asked", async () => {
  const known = await conversations.byDebtor(account, 11);
  desk.sandbox.faults.add({ kind: "error_500_before", match: "." });
  expect(await conversations.ensure(account, 11, ANA)).toEqual(known);
  desk.sandbox.faults.clear();
});

test("after a day what is known of the number is read again", async () => {
  // The helpdesk's own webhook about the new conversation, which comes a moment later, told the number too: a day counts from there.
  await desk.clock.runFor(DAY + SECOND);
  const again = await conversations.ensure(account, 11, ANA);
  expect(again.sourceIdSeenAt).toBe(desk.clock.now());
  expect(desk.sandbox.conversations.where((row) => row.accountId === 1)).toHaveLength(1);
});

test("a debtor with a new number gets another contact and conversation; the old one keeps sending to the old number", async () => {
  const former = await conversations.byDebtor(account, 11);
  const moved = await conversations.ensure(account, 11, { ...ANA, phone: "+573004445566" });
  expect(moved.conversationId).not.toBe(former!.conversationId);
  expect(moved.sourceIdHash).toBe(hashOf("573004445566"));
  expect(await conversations.byDebtor(account, 11)).toMatchObject({ conversationId: moved.conversationId });
  expect(await conversations.byConversationId(account, former!.conversationId)).toMatchObject({
    debtorId: 11,
    sourceIdHash: hashOf("573001112233"),
  });
});

test("someone who wrote before keeps their contact, and what they said is not news", async () => {
  const said = desk.sandbox.playDebtor({ accountId: 1, phone: "+573007778899", text: "Buenos días", profileName: "Luz" });
  const conversation = await conversations.ensure(account, 12, {
    phone: "+573007778899",
    name: "Luz Gil",
    identifier: "0193aaaa-0000-7000-8000-000000000002",
  });
  expect(conversation).toMatchObject({ status: "open", lastMessageId: said!.id, sourceIdHash: hashOf("573007778899") });
  expect(desk.sandbox.contacts.where((row) => row.phoneNumber === "+573007778899")).toHaveLength(1);
});

test("one number is not two debtors'", async () => {
  await expect(conversations.ensure(account, 13, { ...ANA, identifier: "0193aaaa-0000-7000-8000-000000000003" })).rejects.toMatchObject({
    code: "host.conversation_shared",
  });
});

test("a resolved conversation is followed by a new one for the same debtor", async () => {
  const known = (await conversations.byDebtor(account, 12))!;
  desk.sandbox.world.conversation(1, known.conversationId)!.status = "resolved";
  await desk.clock.runFor(2 * DAY);
  const next = await conversations.ensure(account, 12, {
    phone: "+573007778899",
    name: "Luz Gil",
    identifier: "0193aaaa-0000-7000-8000-000000000002",
  });
  expect(next.conversationId).not.toBe(known.conversationId);
  expect(next.debtorId).toBe(12);
});

test("a helpdesk that does not answer is said so, with what to do", async () => {
  desk.sandbox.faults.add({ kind: "error_500_before", match: "." });
  await expect(conversations.ensure(account, 14, { phone: "+573001230000", name: "Eva", identifier: "x" })).rejects.toMatchObject({
    kind: "unavailable",
    code: "host.failed",
  });
  desk.sandbox.faults.clear();
  expect(await conversations.byDebtor(account, 14)).toBeNull();
});

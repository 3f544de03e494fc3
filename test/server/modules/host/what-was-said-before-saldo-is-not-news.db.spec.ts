import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { Conversations } from "../../../../server/modules/host/index.js";
import { HOUR, MINUTE } from "../../../../server/shared/instant.js";
import { ADMIN, type Desk, openDesk } from "./support/desk.js";

const LUZ = { phone: "+573007778899", name: "Luz", identifier: "a" };
let desk: Desk;
let account: number;
beforeAll(async () => {
  desk = await openDesk({ SALDO_POLL_MS: "60000" });
  account = (await desk.connected()).id;
});
afterAll(() => desk.close());

const heard = () => [...new Set(desk.messages.map(({ message }) => message.content))];
const onHost = (conversationId: number, path: string, body: object) =>
  fetch(`${desk.sandbox.url}/api/v1/accounts/1/conversations/${conversationId}/${path}`, {
    method: "POST",
    headers: { api_access_token: ADMIN, "content-type": "application/json" },
    body: JSON.stringify(body),
  });

test("an old conversation of the debtor that stirs is theirs, but its old messages are not told as new", async () => {
  const old = desk.sandbox.playDebtor({ accountId: 1, phone: LUZ.phone, text: "No me escriban más" })!;
  const oldConversation = desk.sandbox.world.conversations.must(old.conversationId).displayId;
  await onHost(oldConversation, "toggle_status", { status: "resolved" });
  await desk.clock.runFor(HOUR);
  desk.messages.length = 0;

  const { conversationId } = await desk.app.get(Conversations).ensure(account, 11, LUZ);
  expect(conversationId).not.toBe(oldConversation);
  await onHost(oldConversation, "labels", { labels: ["vip"] });
  await desk.clock.runFor(3 * MINUTE);
  expect(await desk.app.get(Conversations).byConversationId(account, oldConversation)).toMatchObject({ debtorId: 11 });
  expect(heard()).toEqual([]);
});

test("a new conversation the debtor opens after the former was resolved is theirs, and all of it is news, webhooks or not", async () => {
  const { conversationId } = (await desk.app.get(Conversations).byDebtor(account, 11))!;
  for (const id of [conversationId, 1]) await onHost(id, "toggle_status", { status: "resolved" });
  await desk.clock.runFor(MINUTE);
  desk.sandbox.faults.add({ kind: "webhook_lost" });
  const fresh = desk.sandbox.playDebtor({ accountId: 1, phone: LUZ.phone, text: "Ya pagué" })!;
  const freshConversation = desk.sandbox.world.conversations.must(fresh.conversationId).displayId;
  expect(freshConversation).not.toBe(conversationId);
  await desk.clock.runFor(2 * MINUTE);
  expect(heard()).toEqual(["Ya pagué"]);
  expect(await desk.app.get(Conversations).byDebtor(account, 11)).toMatchObject({ conversationId: freshConversation });
});

import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { AccountDirectory } from "../../../../server/modules/accounts/index.js";
import { Conversations } from "../../../../server/modules/host/index.js";
import type { MessageRecord } from "../../../../server/sandbox/index.js";
import { MINUTE } from "../../../../server/shared/instant.js";
import { type Desk, openDesk } from "./support/desk.js";

let desk: Desk;
let account: number;
let conversationId: number;
beforeAll(async () => {
  desk = await openDesk({ SALDO_POLL_MS: "60000" });
  account = (await desk.connected()).id;
  ({ conversationId } = await desk.app.get(Conversations).ensure(account, 11, { phone: "+573001112233", name: "Ana", identifier: "a" }));
});
afterAll(() => desk.close());

const stopped = async () => (await desk.app.get(AccountDirectory).get(account)).dispatch.stopped;

test("a message that is listed late is no reason", async () => {
  desk.sandbox.faults.add({ kind: "listing_lag", ms: 3 * MINUTE });
  desk.sandbox.playDebtor({ accountId: 1, conversationId, text: "Hola" });
  await desk.clock.runFor(20 * MINUTE);
  desk.sandbox.faults.clear();
  expect(await stopped()).toBe(false);
});

test("a message that was there for long and is gone stops the account until a person has looked", async () => {
  desk.sandbox.playDebtor({ accountId: 1, conversationId, text: "Mañana pago" });
  await desk.clock.runFor(20 * MINUTE);
  const conversation = desk.sandbox.world.conversation(1, conversationId)!;
  (desk.sandbox.world.messagesOf(conversation.id) as MessageRecord[]).pop();
  conversation.updatedAt = desk.clock.now();
  await desk.clock.runFor(2 * MINUTE);
  expect(await stopped()).toBe(true);
  const types = await desk.journalTypes(account);
  expect(types.filter((type) => type === "host.rolled_back" || type === "dispatch.stopped").sort()).toEqual([
    "dispatch.stopped",
    "host.rolled_back",
  ]);
});

test("it is said once, and from there on the helpdesk's own count holds", async () => {
  desk.messages.length = 0;
  desk.sandbox.faults.add({ kind: "webhook_lost" });
  desk.sandbox.playDebtor({ accountId: 1, conversationId, text: "¿Hola?" });
  await desk.clock.runFor(20 * MINUTE);
  expect(desk.messages.map(({ message }) => message.content)).toContain("¿Hola?");
  expect((await desk.journalTypes(account)).filter((type) => type === "host.rolled_back")).toHaveLength(1);
});

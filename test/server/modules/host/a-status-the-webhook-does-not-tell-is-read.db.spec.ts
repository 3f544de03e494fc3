import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { AccountDirectory } from "../../../../server/modules/accounts/index.js";
import { Conversations, HostApi } from "../../../../server/modules/host/index.js";
import { MINUTE, SECOND } from "../../../../server/shared/instant.js";
import { type Desk, openDesk } from "./support/desk.js";

let desk: Desk;
let account: number;
let conversationId: number;
let ours: number;

beforeAll(async () => {
  desk = await openDesk();
  account = (await desk.connected()).id;
  ({ conversationId } = await desk.app.get(Conversations).ensure(account, 11, { phone: "+573001112233", name: "Ana", identifier: "a" }));
  desk.sandbox.playDebtor({ accountId: 1, conversationId, text: "Hola" });
  desk.sandbox.profiles.forEveryone({ reaches: "delivered" });
  const access = await desk.app.get(AccountDirectory).senderAccess(account);
  const outcome = await desk.app.get(HostApi).postMessage(access, { conversationId, content: "Buenos días", ref: "ref-1" }, 2_000);
  ours = outcome.kind === "accepted" ? outcome.hostMessageId : 0;
  await desk.clock.runFor(MINUTE);
});
afterAll(() => desk.close());

const statuses = () => desk.messages.filter(({ message }) => message.id === ours).map(({ message }) => message.status);

test("what Saldo sends is written by its bot, with the marker, and its way to the phone is told", () => {
  expect(desk.messages.findLast(({ message }) => message.id === ours)?.message).toMatchObject({
    ref: "ref-1",
    senderKind: "agent_bot",
    direction: "outgoing",
  });
  expect(statuses()).toContain("delivered");
});

test("read after another message was written: the webhook cannot say it, the listing can, at once", async () => {
  desk.sandbox.playDebtor({ accountId: 1, conversationId, text: "Gracias" });
  await desk.clock.runFor(10 * SECOND);
  desk.messages.length = 0;
  desk.sandbox.receipt(1, ours, "read");
  await desk.clock.runFor(SECOND);
  expect(statuses()).toContain("read");
});

test("a status whose webhook was lost is found by the sweep over messages that still wait for one", async () => {
  desk.messages.length = 0;
  desk.sandbox.faults.add({ kind: "webhook_lost" });
  desk.sandbox.receipt(1, ours, "failed", { code: 131_049, title: "Not delivered" });
  desk.neighbours.pendingMessages = [{ conversationId, hostMessageId: ours }];
  await desk.clock.runFor(MINUTE + SECOND);
  expect(desk.messages.findLast(({ message }) => message.id === ours)?.message).toMatchObject({
    status: "failed",
    error: expect.stringMatching(/^131049/),
  });
});

import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { Conversations } from "../../../../server/modules/host/index.js";
import { MINUTE } from "../../../../server/shared/instant.js";
import { type Desk, openDesk } from "./support/desk.js";

let desk: Desk;
let account: number;
let conversationId: number;
beforeAll(async () => {
  desk = await openDesk();
  account = (await desk.connected()).id;
  const ensured = await desk.app.get(Conversations).ensure(account, 11, { phone: "+573001112233", name: "Ana", identifier: "a" });
  conversationId = ensured.conversationId;
});
afterAll(() => desk.close());

const heard = () => desk.messages.map(({ message }) => message.content);
const say = (text: string) => desk.sandbox.playDebtor({ accountId: 1, conversationId, text })!;

test("with every webhook lost, what the debtor wrote arrives within the minute, in order", async () => {
  desk.sandbox.faults.add({ kind: "webhook_lost" });
  const at = desk.clock.now();
  say("Uno");
  say("Dos");
  await desk.clock.runFor(MINUTE + 1_000);
  expect([...new Set(heard())]).toEqual(["Uno", "Dos"]);
  expect(await desk.app.get(Conversations).byDebtor(account, 11)).toMatchObject({ status: "open", lastInboundAt: at });
});

test("one lost between two that arrived is heard with the next, in order", async () => {
  desk.messages.length = 0;
  desk.sandbox.faults.clear();
  desk.sandbox.faults.add({ kind: "webhook_lost", events: ["message_created"], times: 1 });
  say("Tres, perdido");
  await desk.clock.runFor(1_000);
  say("Cuatro");
  await desk.clock.runFor(1_000);
  expect(heard().slice(-2)).toEqual(["Tres, perdido", "Cuatro"]);
});

test("after an outage of the helpdesk's answers it reads on where it stood", async () => {
  desk.messages.length = 0;
  desk.sandbox.faults.add({ kind: "webhook_lost" });
  desk.sandbox.faults.add({ kind: "error_500_before", match: "^GET " });
  say("Cinco");
  await desk.clock.runFor(30 * MINUTE);
  expect(heard()).toEqual([]);
  desk.sandbox.faults.clear();
  await desk.clock.runFor(MINUTE + 1_000);
  expect(heard()).toContain("Cinco");
});

test("in a quiet conversation nothing is told over and over", async () => {
  await desk.clock.runFor(10 * MINUTE);
  desk.messages.length = 0;
  await desk.clock.runFor(10 * MINUTE);
  expect(heard()).toEqual([]);
});

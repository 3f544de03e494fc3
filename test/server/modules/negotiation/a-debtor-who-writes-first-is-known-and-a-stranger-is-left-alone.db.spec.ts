import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { MINUTE } from "../../../../server/shared/instant.js";
import { DEMO_ACCOUNT } from "../../../../server/demo/demo-installation.js";
import { debtsFile } from "../../../support/debts-file.js";
import { type Desk, openDesk } from "../../../support/desk.js";

const PHONE = "+573005551000";
let desk: Desk;
beforeAll(async () => {
  // Due in half a year: no reminder has made a conversation yet.
  desk = await openDesk({ debts: debtsFile([{ phone: PHONE, dueDate: "2027-05-20" }]) });
  await desk.turnOn();
});
afterAll(() => desk?.close());

const write = async (phone: string, text: string) => {
  desk.sandbox.playDebtor({ accountId: DEMO_ACCOUNT, phone, text });
  await desk.clock.runFor(MINUTE);
};

test("the debtor's own conversation is taken for theirs and answered there", async () => {
  await write(PHONE, "quiero hablar con alguien sobre mi crédito");
  const [reply, ...more] = desk.sent();
  expect(more).toEqual([]);
  expect(reply?.content).toContain("Una persona de Alameda Hogar");
  expect(
    desk.sandbox.messages.where((message) => message.conversationId === reply?.conversationId && message.messageType === "incoming"),
  ).toHaveLength(1);
});

test("what somebody else writes to the same inbox is neither kept nor answered", async () => {
  await write("+573009998877", "hola, ¿tienen sofás en oferta?");
  expect(await desk.db.rows("select id from inbound_message where account_id = ?", [desk.account.id])).toHaveLength(1);
  expect(await desk.db.rows("select id from escalation where account_id = ?", [desk.account.id])).toHaveLength(1);
  expect(desk.sent()).toHaveLength(1);
});

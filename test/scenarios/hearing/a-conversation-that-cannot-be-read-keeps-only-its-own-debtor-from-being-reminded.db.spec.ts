import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { HostReadiness } from "../../../server/modules/host/index.js";
import { HOUR, MINUTE } from "../../../server/shared/instant.js";
import { debtsFile } from "../../support/debts-file.js";
import { type Desk, FRIDAY_TEN, openDesk } from "../../support/desk.js";
import { endStates, UNTOUCHED } from "./support.js";

const ANA = "+573005550001";
const EARLY = FRIDAY_TEN - 4 * HOUR;

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({
    start: EARLY,
    debts: debtsFile([
      { id: "ana", phone: ANA },
      { id: "beto", phone: "+573005550002" },
    ]),
  });
  await desk.turnOn();
});
afterAll(() => desk?.close());

test("who wrote what nobody can read is not reminded; everybody else is, and the doctor's readings name the conversation", async () => {
  let conversationId = 0;
  await desk.restart(async () => {
    const message = desk.sandbox.playDebtor({ accountId: 1, phone: ANA, text: "PARAR" })!;
    conversationId = desk.sandbox.conversations.must(message.conversationId).displayId;
    // The helpdesk fails on this one whenever it is asked for it.
    desk.sandbox.faults.add({ kind: "error_500_before", match: `^GET /api/v1/accounts/1/conversations/${conversationId}(/messages)?$` });
    await desk.clock.runUntil(FRIDAY_TEN);
  });
  await desk.clock.runFor(10 * MINUTE);
  expect(await endStates(desk)).toEqual({ ana: UNTOUCHED, beto: { ...UNTOUCHED, reminders: 1 } });
  expect(await desk.app.get(HostReadiness).unheardConversations(desk.account.id)).toMatchObject([
    { conversationId, problem: "host.failed" },
  ]);
});

test("when it can be read again, it is, and what stands in it counts", async () => {
  desk.sandbox.faults.clear();
  await desk.clock.runFor(HOUR + 5 * MINUTE);
  expect((await endStates(desk))["ana"]).toMatchObject({ optedOut: true, reminders: 0 });
  expect(await desk.app.get(HostReadiness).unheardConversations(desk.account.id)).toEqual([]);
});

import { afterEach, expect, test } from "@jest/globals";
import { DAY, HOUR, MINUTE, SECOND } from "../../../server/shared/instant.js";
import { debtsFile } from "../../support/debts-file.js";
import { type Desk, FRIDAY_TEN, openDesk } from "../../support/desk.js";
import { endStates, UNTOUCHED } from "./support.js";

/** Before the lawful hours of the day. */
const EARLY = FRIDAY_TEN - 4 * HOUR;
const ANA = "+573005550001";
const BETO = "+573005550002";
const CARLA = "+573005550003";

let desk: Desk;
afterEach(() => desk?.close());

async function nobodyInTouchYet(): Promise<void> {
  desk = await openDesk({
    start: EARLY,
    debts: debtsFile([
      { id: "ana", phone: ANA },
      { id: "beto", phone: BETO },
      { id: "carla", phone: CARLA },
    ]),
  });
  await desk.turnOn();
}

const write = (phone: string, text: string) => desk.sandbox.playDebtor({ accountId: 1, phone, text });

test("who writes STOP while Saldo is down is not reminded when it is back, and who wants to pay is answered", async () => {
  await nobodyInTouchYet();
  await desk.restart(async () => {
    write(ANA, "PARAR");
    await desk.clock.runFor(10 * MINUTE);
    write(BETO, "Pagar ahora");
    // The hour has come: what is due could go out at once.
    await desk.clock.runUntil(FRIDAY_TEN);
  });
  await desk.clock.runFor(30 * SECOND);
  expect(await endStates(desk)).toEqual({
    ana: { ...UNTOUCHED, optedOut: true, answers: ["opt_out_confirmed"] },
    beto: { ...UNTOUCHED, answers: ["pay_link"], reminders: 1 },
    carla: { ...UNTOUCHED, reminders: 1 },
  });
});

test.each([
  ["a day", DAY],
  ["ten days", 10 * DAY],
])("after %s away it is the same, among many others who wrote in the meantime", async (_name, away) => {
  await nobodyInTouchYet();
  await desk.restart(async () => {
    write(ANA, "No me escriban más");
    for (let stranger = 0; stranger < 60; stranger++) write(`+5730066600${String(stranger).padStart(2, "0")}`, "¿Tienen neveras?");
    await desk.clock.runFor(away);
    write(BETO, "Ya pagué");
    for (let stranger = 0; stranger < 60; stranger++) write(`+5730077700${String(stranger).padStart(2, "0")}`, "¿Y estufas?");
    await desk.clock.runUntil(FRIDAY_TEN + away);
  });
  await desk.clock.runFor(2 * MINUTE);
  expect(await endStates(desk)).toMatchObject({
    // Too long ago to be answered.
    ana: { optedOut: true, reminders: 0 },
    beto: { holds: ["already_paid"], cases: ["already_paid"], reminders: 0 },
  });
});

test("words of a second debtor in line behind them are heard too, though only the last webhook came", async () => {
  await nobodyInTouchYet();
  desk.sandbox.faults.add({ kind: "webhook_lost", events: ["message_created"], times: 1 });
  write(CARLA, "PARAR");
  await desk.clock.runFor(5 * SECOND);
  desk.sandbox.faults.clear();
  write(CARLA, "Gracias");
  await desk.clock.runFor(5 * SECOND);
  expect((await endStates(desk))["carla"]).toMatchObject({ optedOut: true });
});

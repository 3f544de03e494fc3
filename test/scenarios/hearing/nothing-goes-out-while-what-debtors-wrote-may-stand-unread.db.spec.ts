import { afterEach, expect, test } from "@jest/globals";
import { HOUR, MINUTE, SECOND } from "../../../server/shared/instant.js";
import { debtsFile } from "../../support/debts-file.js";
import { type Desk, FRIDAY_TEN, openDesk } from "../../support/desk.js";
import { endStates, UNTOUCHED } from "./support.js";

const EARLY = FRIDAY_TEN - 4 * HOUR;
const LISTING = "^GET /api/v1/accounts/\\d+/conversations";

let desk: Desk;
afterEach(() => desk?.close());

async function dueAtTen(): Promise<void> {
  desk = await openDesk({
    start: EARLY,
    debts: debtsFile([
      { id: "ana", phone: "+573005550001" },
      { id: "beto", phone: "+573005550002" },
    ]),
  });
  await desk.turnOn();
}

const posted = () => desk.sent().length;
const reading = async () => (await desk.admin.call<{ hearing: { unreadSince: string | null } }>("GET", "/api/account")).hearing.unreadSince;

test("after a start nothing leaves before the listing is read to its end, and the panel says since when words may be unread", async () => {
  await dueAtTen();
  const stopped = desk.clock.now();
  await desk.restart(async () => {
    // The helpdesk takes messages and does not tell what is in it.
    desk.sandbox.faults.add({ kind: "error_500_before", match: LISTING });
    await desk.clock.runUntil(FRIDAY_TEN);
  });
  await desk.clock.runFor(5 * MINUTE);
  expect(posted()).toBe(0);
  expect(Date.parse((await reading())!)).toBeLessThanOrEqual(stopped);
  desk.sandbox.faults.clear();
  await desk.clock.runFor(30 * SECOND);
  expect(posted()).toBe(2);
  expect(await reading()).toBeNull();
});

test("a listing that breaks off in the middle opens nothing", async () => {
  await dueAtTen();
  await desk.restart(async () => {
    for (let stranger = 0; stranger < 60; stranger++) {
      desk.sandbox.playDebtor({ accountId: 1, phone: `+5730066600${String(stranger).padStart(2, "0")}`, text: "¿Tienen neveras?" });
    }
    desk.sandbox.playDebtor({ accountId: 1, phone: "+573005550001", text: "PARAR" });
    await desk.clock.runUntil(FRIDAY_TEN);
    for (let stranger = 0; stranger < 60; stranger++) {
      desk.sandbox.playDebtor({ accountId: 1, phone: `+5730077700${String(stranger).padStart(2, "0")}`, text: "¿Y estufas?" });
    }
    // The first page is told, the next ones are not.
    desk.sandbox.faults.add({ kind: "error_500_before", match: `${LISTING}$`, skip: 1 });
  });
  await desk.clock.runFor(5 * MINUTE);
  expect(posted()).toBe(0);
  desk.sandbox.faults.clear();
  await desk.clock.runFor(30 * SECOND);
  expect(await endStates(desk)).toEqual({
    ana: { ...UNTOUCHED, optedOut: true, answers: ["opt_out_confirmed"] },
    beto: { ...UNTOUCHED, reminders: 1 },
  });
});

test("after an outage of the helpdesk's answers sending goes on within half a minute of their return, and not before", async () => {
  await dueAtTen();
  await desk.clock.runFor(10 * MINUTE);
  desk.sandbox.faults.add({ kind: "error_500_before", match: LISTING });
  await desk.clock.runUntil(FRIDAY_TEN);
  expect(posted()).toBe(0);
  desk.sandbox.faults.clear();
  await desk.clock.runFor(30 * SECOND);
  expect(posted()).toBe(2);
});

test("a machine that was suspended reads first, though nothing told it that it had been away", async () => {
  await dueAtTen();
  // Nobody's timers run: the clock alone goes on, as in a suspended machine. The webhooks of that time find nobody.
  desk.sandbox.faults.add({ kind: "webhook_lost" });
  desk.sandbox.playDebtor({ accountId: 1, phone: "+573005550001", text: "PARAR" });
  const cursor = () =>
    desk.db.row<{ until: number }>("select polled_until as until from host_cursor where account_id = ?", [desk.account.id]);
  const before = (await cursor())!.until;
  await desk.db.inUnitOfWork("test", () =>
    desk.db.run("update host_cursor set polled_until = ?, seen_at = ? where account_id = ?", [
      before - 2 * HOUR,
      before - 2 * HOUR,
      desk.account.id,
    ]),
  );
  await desk.clock.runUntil(FRIDAY_TEN + MINUTE);
  expect(desk.sent().filter(({ content }) => content.includes("386.400"))).toHaveLength(1);
});

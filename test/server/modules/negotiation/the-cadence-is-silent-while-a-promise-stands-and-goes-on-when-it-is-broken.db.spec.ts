import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { DAY, HOUR, MINUTE } from "../../../../server/shared/instant.js";
import { promisingDesk, type PromisingDesk } from "./support/promising-desk.js";

/** Twelve days late on Friday 20 November; further steps of the default cadence fall on later days of both. */
let desk: PromisingDesk;
beforeAll(async () => {
  desk = await promisingDesk(["promised", "silent"]);
  await desk.turnOn();
  await desk.passTo(desk.clock.now() + MINUTE);
});
afterAll(() => desk?.close());

const reminders = async (who: string) => (await desk.journal(who)).filter((type) => type === "message.accepted").length;
/** Days pass, each with a look at ten in the morning. */
async function days(from: string, to: string): Promise<void> {
  for (let at = Date.parse(`${from}T15:00:00Z`); at <= Date.parse(`${to}T15:00:00Z`); at += DAY) {
    await desk.passTo(at);
    await desk.passTo(at + MINUTE);
  }
}

test("while the promise stands, only the debtor who promised nothing is reminded", async () => {
  const before = await reminders("promised");
  expect(before).toBe(await reminders("silent"));
  await desk.promise("promised", "386390.00", "2026-12-04");
  await days("2026-11-21", "2026-12-06");
  expect(await reminders("silent")).toBeGreaterThan(before);
  expect(await reminders("promised")).toBe(before);
});

test("when it is broken, the reminders go on, and nobody is called yet", async () => {
  const before = await reminders("promised");
  // Promised for a Friday; the Tuesday after it is a holiday, so the second banking day is Wednesday.
  await desk.passTo(Date.parse("2026-12-10T05:00:00Z"));
  expect(await desk.state("promised")).toMatchObject({ state: "broken" });
  await days("2026-12-10", "2026-12-27");
  expect(await reminders("promised")).toBeGreaterThan(before);
  expect(await desk.db.rows("select id from escalation where account_id = ?", [desk.account.id])).toEqual([]);
});

test("when a second one is broken, a person is called and the reminders pause", async () => {
  await desk.promise("promised", "1000.00", "2026-12-28");
  await desk.passTo(Date.parse("2026-12-31T05:00:00Z"));
  await desk.passTo(desk.clock.now() + HOUR);
  expect(await desk.db.rows("select reason from escalation where account_id = ?", [desk.account.id])).toEqual([
    { reason: "broken_promises" },
  ]);
  expect(await desk.holds("promised")).toEqual(["needs_person"]);
});

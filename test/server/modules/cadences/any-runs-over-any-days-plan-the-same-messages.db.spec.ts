import { afterAll, beforeAll, expect, test } from "@jest/globals";
import fc from "fast-check";
import { CadencesService } from "../../../../server/modules/cadences/index.js";
import { addDays } from "../../../../server/shared/calendar.js";
import { debtsFile, type FileDebt } from "../../../support/debts-file.js";
import { type Desk, openDesk } from "../../../support/desk.js";
import { forgetMessages, planDays, plannedMessages } from "./support/planned-days.js";

const FIRST = "2026-11-20";
const DAYS = Array.from({ length: 12 }, (_, index) => addDays(FIRST, index));

/** One debt each for every age that meets a step in the days, and some who owe two or three of different ages. */
const DEBTS: readonly FileDebt[] = [
  ...Array.from({ length: 40 }, (_, index) => debtor(`one-${index}`, index, 100 - index * 3)),
  ...Array.from({ length: 8 }, (_, index) => [
    debtor(`more-${index}`, 100 + index, 4 + index),
    debtor(`more-${index}`, 100 + index, 33 + index, "b"),
    debtor(`more-${index}`, 100 + index, -index, "c"),
  ]).flat(),
];

function debtor(id: string, number: number, daysLate: number, suffix = ""): FileDebt {
  const phone = `+573005${String(550_000 + number)}`;
  return { id, phone, reference: `R-${id}${suffix}`, dueDate: addDays(FIRST, -daysLate), balance: "100.00" };
}

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ debts: debtsFile(DEBTS), environment: { SALDO_POLL_MS: "86400000" } });
});
afterAll(() => desk?.close());

test("each day once or many times, the messages are the same, one a debtor and day", async () => {
  await forgetMessages(desk);
  await planDays(desk, DAYS);
  const once = await plannedMessages(desk);
  expect(once.length).toBeGreaterThan(40);
  expect(new Set(once.map(({ debtor: who, day }) => `${who}/${day}`)).size).toBe(once.length);
  const runs = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: DAYS.length, maxLength: DAYS.length });
  await fc.assert(
    fc.asyncProperty(runs, async (times) => {
      await forgetMessages(desk);
      await planDays(
        desk,
        DAYS.flatMap((day, index) => Array.from({ length: times[index] ?? 1 }, () => day)),
      );
      expect(await plannedMessages(desk)).toEqual(once);
    }),
    { numRuns: 4, seed: 20_261_125 },
  );
});

test("a day that was missed is caught up: who has one debt gets the same steps", async () => {
  const steps = async () =>
    (await plannedMessages(desk))
      .filter(({ debtor: who }) => who.startsWith("one-"))
      .map(({ debtor: who, step, anchor }) => `${who} ${step} ${anchor}`);
  await forgetMessages(desk);
  await planDays(desk, DAYS);
  const daily = await steps();
  const missed = fc.subarray([1, 3, 5, 7, 9], { minLength: 1 });
  await fc.assert(
    fc.asyncProperty(missed, async (gaps) => {
      await forgetMessages(desk);
      await planDays(
        desk,
        DAYS.filter((_, index) => !gaps.includes(index)),
      );
      expect((await steps()).sort()).toEqual(daily.toSorted());
    }),
    { numRuns: 4, seed: 20_261_125 },
  );
});

test("two that plan at the same moment plan once", async () => {
  await forgetMessages(desk);
  await planDays(desk, [FIRST]);
  const alone = await plannedMessages(desk);
  await forgetMessages(desk);
  const planner = desk.app.get(CadencesService, { strict: false });
  const counts = await Promise.all(Array.from({ length: 4 }, () => planner.planDay(desk.account.id, FIRST)));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(alone.length);
  expect(await plannedMessages(desk)).toEqual(alone);
});

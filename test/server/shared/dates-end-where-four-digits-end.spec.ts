import { expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { isNextInstalment } from "../../../server/modules/imports/rows/domain/reported-balance.js";
import { addDays, daysBetween, fromEpochDay, isCalendarDate, toEpochDay } from "../../../server/shared/calendar.js";
import { DomainError } from "../../../server/shared/errors.js";

it.each([
  ["9999-12-31", 1],
  ["9999-12-31", 1e9],
  ["2026-11-30", 1e300],
  ["0100-01-01", -1],
  ["2026-11-30", Number.NaN],
  ["2026-11-30", Infinity],
  ["no date", 1],
])("%s and %d days: a refusal that says so, never a date that is none", (date, days) => {
  expect(() => addDays(date, days)).toThrow(DomainError);
  expect(() => addDays(date, days)).toThrow(expect.objectContaining({ code: "date.out_of_range" }));
});

it("every day between them can be written, read and counted", () => {
  expect([addDays("9999-12-30", 1), addDays("0100-01-02", -1)]).toEqual(["9999-12-31", "0100-01-01"]);
  fc.assert(
    fc.property(fc.integer({ min: toEpochDay("0100-01-01"), max: toEpochDay("9999-12-31") }), (day) => {
      const date = fromEpochDay(day);
      expect(isCalendarDate(date)).toBe(true);
      expect(toEpochDay(date)).toBe(day);
      expect(daysBetween(date, "9999-12-31")).toBeGreaterThanOrEqual(0);
    }),
  );
});

it("a debt without an end is due on the last of them, and a file may still say otherwise", () => {
  expect(isNextInstalment("9999-12-31", "9999-12-31")).toBe(false);
  expect(isNextInstalment("9999-12-31", "2026-11-30")).toBe(false);
  expect(isNextInstalment("2026-11-30", "9999-12-31")).toBe(true);
});

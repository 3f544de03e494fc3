import * as fc from "fast-check";
import { describe, expect, it } from "@jest/globals";
import { judgedAt, lastDayOf, paidTowards, PROMISE_TERMS, promiseStateOf } from "../../../../server/modules/negotiation/rules.js";
import { isBusinessDay, PACKS } from "../../../../server/modules/policy/rules.js";
import { addDays, isoWeekday } from "../../../../server/shared/calendar.js";

type Place = { readonly country: string; readonly subdivision: string | null };
const CO: Place = { country: "CO", subdivision: null };
const MX: Place = { country: "MX", subdivision: null };
const AL: Place = { country: "BR", subdivision: "AL" };
const SP: Place = { country: "BR", subdivision: "SP" };

const bankingIn = (places: readonly Place[]) => (date: string) => isBusinessDay(date, places, PACKS);
const lastDay = (due: string, ...places: readonly Place[]) => lastDayOf(due, PROMISE_TERMS, bankingIn(places));

describe("the last day of grace", () => {
  it.each<[string, string, readonly Place[], string]>([
    ["in the middle of a week", "2026-11-24", [CO], "2026-11-26"],
    ["over a weekend", "2026-11-20", [CO], "2026-11-24"],
    ["promised for a Saturday", "2026-11-21", [CO], "2026-11-24"],
    ["over a weekend with a holiday on Monday", "2026-11-13", [CO], "2026-11-18"],
    ["over the end of the year", "2026-12-30", [CO], "2027-01-04"],
    ["over the end of the year, from its last day", "2026-12-31", [CO], "2027-01-05"],
    ["over Easter", "2027-03-24", [CO], "2027-03-30"],
    ["of a debtor abroad, by the holidays there", "2026-09-15", [MX], "2026-09-18"],
    ["which are not those here", "2026-09-15", [CO], "2026-09-17"],
    ["and the other way round", "2026-10-09", [MX], "2026-10-13"],
    ["and here", "2026-10-09", [CO], "2026-10-14"],
    ["banks alone are closed on 2 November in Mexico", "2026-10-30", [MX], "2026-11-04"],
    ["of a debtor who may be in both, by the holidays of both", "2026-09-15", [CO, MX], "2026-09-18"],
    ["over carnival", "2027-02-05", [SP], "2027-02-11"],
    ["by the holiday of the state, on the day it is moved to", "2027-11-26", [AL], "2027-12-01"],
    ["and not in the next state", "2027-11-26", [SP], "2027-11-30"],
    ["where nothing is known of the place only weekends count", "2026-11-13", [], "2026-11-17"],
  ])("%s: %s in %j → %s", (_, due, places, last) => {
    expect(lastDay(due, ...places)).toBe(last);
  });
});

it("a transfer of Friday evening that the bank books on Monday keeps it, also when Monday is a holiday", () => {
  const kept = (due: string, booked: string) => {
    const last = lastDay(due, CO);
    const judgeAt = judgedAt(last, ["America/Bogota"]);
    const paidMinor = paidTowards([{ minor: 1_000, valueDate: booked }], last);
    return promiseStateOf({ amountMinor: 1_000, paidMinor, judgeAt }, judgeAt, PROMISE_TERMS);
  };
  expect(kept("2026-11-20", "2026-11-23")).toBe("kept");
  expect(kept("2026-11-13", "2026-11-17")).toBe("kept");
  expect(kept("2026-11-20", "2026-11-25")).toBe("broken");
});

it("ends at the debtor's midnight, the last of those it may be", () => {
  expect(judgedAt("2026-11-24", ["America/Bogota"])).toBe(Date.parse("2026-11-25T00:00:00-05:00"));
  expect(judgedAt("2026-11-24", ["America/Tijuana"])).toBe(Date.parse("2026-11-25T00:00:00-08:00"));
  expect(judgedAt("2026-11-24", ["America/Bogota", "America/Tijuana", "America/Cancun"])).toBe(Date.parse("2026-11-25T00:00:00-08:00"));
});

it("is a banking day, the second after the promise, and no further place makes it an earlier one", () => {
  const day = fc.integer({ min: 0, max: 3_000 }).map((days) => addDays("2024-01-01", days));
  const place = fc.constantFrom(CO, MX, AL, SP, { country: "BR", subdivision: null }, { country: "ES", subdivision: null });
  fc.assert(
    fc.property(day, fc.uniqueArray(place, { maxLength: 3 }), place, (due, places, another) => {
      const isBanking = bankingIn(places);
      const last = lastDay(due, ...places);
      const passed: string[] = [];
      for (let date = addDays(due, 1); date <= last; date = addDays(date, 1)) if (isBanking(date)) passed.push(date);
      expect(passed).toHaveLength(PROMISE_TERMS.graceBankingDays);
      expect(passed.at(-1)).toBe(last);
      expect(isoWeekday(last)).toBeLessThan(6);
      expect(lastDay(due, ...places, another) >= last).toBe(true);
      expect(lastDay(addDays(due, 1), ...places) >= last).toBe(true);
    }),
    { numRuns: 300 },
  );
});

it("comes to an end where banks never open", () => {
  expect(lastDayOf("2026-11-20", PROMISE_TERMS, () => false) > "2026-12-20").toBe(true);
});

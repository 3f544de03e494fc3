import { expect, it } from "@jest/globals";
import { dayTitle, offeredDays } from "../../../../server/modules/negotiation/rules.js";
import { isBusinessDay, PACKS } from "../../../../server/modules/policy/rules.js";
import { addDays } from "../../../../server/shared/calendar.js";
import { languages } from "../templates/support/languages.js";

const inColombia = (date: string) => isBusinessDay(date, [{ country: "CO", subdivision: null }], PACKS);

it("are three, seven and fourteen days ahead, moved off weekends and holidays and never past the last", () => {
  // Wednesday; +3 is a Saturday, +14 Wednesday.
  expect(offeredDays("2026-11-25", "2026-12-09", inColombia)).toEqual(["2026-11-30", "2026-12-02", "2026-12-09"]);
  // 8 December is a holiday in Colombia.
  expect(offeredDays("2026-12-01", "2026-12-15", inColombia)).toEqual(["2026-12-04", "2026-12-09", "2026-12-15"]);
  // +14 is a Sunday and the last: the Friday before is offered.
  expect(offeredDays("2026-11-29", "2026-12-13", inColombia)).toEqual(["2026-12-02", "2026-12-07", "2026-12-11"]);
});

it("are those before the due date, or the due date itself, when a reminder is put off", () => {
  expect(offeredDays("2026-11-25", "2026-12-02", inColombia)).toEqual(["2026-11-30", "2026-12-02"]);
  expect(offeredDays("2026-11-25", "2026-11-27", inColombia)).toEqual(["2026-11-27"]);
});

it("know the holidays of the place", () => {
  const may = (date: string, country: string, subdivision: string | null = null) => isBusinessDay(date, [{ country, subdivision }], PACKS);
  expect([may("2026-11-20", "BR"), may("2026-11-20", "CO"), may("2026-11-16", "MX"), may("2026-11-16", "CO")]).toEqual([
    false,
    true,
    false,
    false,
  ]);
  expect(isBusinessDay("2026-11-27", [], PACKS)).toBe(true);
});

it("have titles that fit a button and are different from one another", () => {
  for (const language of languages) {
    const titles = Array.from({ length: 365 }, (_, day) => dayTitle(addDays("2026-01-01", day), language));
    expect(Math.max(...titles.map((title) => title.length))).toBeLessThanOrEqual(20);
    expect(new Set(titles).size).toBe(365);
  }
  expect(languages.map((language) => dayTitle("2026-11-27", language))).toEqual(["Fri 27 Nov", "Vie 27 nov", "Sex 27 nov"]);
});

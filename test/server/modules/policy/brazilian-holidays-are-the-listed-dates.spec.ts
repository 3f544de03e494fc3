import { expect, it } from "@jest/globals";
import { PACKS } from "../../../../server/modules/policy/rules.js";
import { holidaysOf } from "../../../../server/shared/holidays.js";

const dates = (id: string, year: number) => {
  const rule = PACKS.find((pack) => pack.id === "BR-CDC")!.rules.find((candidate) => candidate.id === id);
  return rule?.kind === "holidays" ? [...holidaysOf(rule.holidays, year).keys()].map((date) => date.slice(5)) : [];
};

it("with carnival and Corpus Christi for the whole country, as policy", () => {
  expect(dates("holidays", 2026)).toEqual("01-01 02-16 02-17 04-03 04-21 05-01 06-04 09-07 10-12 11-02 11-15 11-20 12-25".split(" "));
  expect(dates("holidays", 2027)).toEqual("01-01 02-08 02-09 03-26 04-21 05-01 05-27 09-07 10-12 11-02 11-15 11-20 12-25".split(" "));
});

it.each([
  ["al", "01-01 04-03 04-21 05-01 06-24 06-29 09-07 09-16 10-12 11-02 11-15 11-20 11-30 12-25"],
  ["am", "01-01 04-03 04-21 05-01 09-05 09-07 10-12 11-02 11-15 11-20 12-25"],
  ["es", "01-01 04-03 04-13 04-21 05-01 09-07 10-12 11-02 11-15 11-20 12-25"],
  ["rj", "01-01 02-17 04-03 04-21 04-23 05-01 09-07 10-12 11-02 11-15 11-20 12-25"],
  ["sp", "01-01 04-03 04-21 05-01 07-09 09-07 10-12 11-02 11-15 11-20 12-25"],
])("those of the law and of the state itself in %s, 2026", (state, listed) => {
  expect(dates(`holidays_${state}`, 2026)).toEqual(listed.split(" "));
});

it("20 November is national since 2024", () => {
  expect(dates("holidays_es", 2023)).not.toContain("11-20");
  expect(dates("holidays_es", 2024)).toContain("11-20");
});

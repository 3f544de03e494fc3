import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "@jest/globals";
import { daysPastDue } from "../../../../../server/modules/portfolio/rules.js";
import { localDate } from "../../../../../server/shared/zone.js";

/** The rules that hold for every figure, each with the file and the test that would fail without it. */
const RULES: readonly (readonly [rule: string, file: string, test: string])[] = [
  [
    "nothing below the line is no data, neither 0 nor 100 per cent",
    "kpis/metrics/a-figure-without-its-facts-has-no-value.spec.ts",
    "where nothing is below the line",
  ],
  [
    "how many cases stand behind it is told",
    "kpis/measures/forty-events-are-counted-as-on-paper-at-three-instants.db.spec.ts",
    "how many stand behind an amount",
  ],
  [
    "money is whole minor units, exact beyond what a double holds",
    "kpis/metrics/a-percentage-never-hides-what-was-missed.spec.ts",
    "amounts have their currency's decimals",
  ],
  ["an amount is of one currency that exists", "kpis/metrics/a-figure-without-its-facts-has-no-value.spec.ts", "to the currency %s"],
  [
    "flows are converted at their value date, balances as of",
    "kpis/metrics/currencies-meet-only-by-a-rate-table.spec.ts",
    "each amount at the rate of its own day",
  ],
  [
    "a consolidated figure is never without the rows it is made of",
    "kpis/metrics/currencies-meet-only-by-a-rate-table.spec.ts",
    "the rows add up to the figure",
  ],
  [
    "a ratio is a ratio of sums, never a mean of ratios",
    "kpis/cuts/cuts-of-a-figure-add-up-to-it-and-agents-see-their-own.db.spec.ts",
    "the parts of every figure are what it is as a whole",
  ],
  [
    "a period is half-open in the account's zone: 03:30 UTC of the first is the day before in Bogotá",
    "kpis/metrics/a-period-is-made-of-the-days-of-its-zone.spec.ts",
    "03:30 UTC of 1 December is 30 November",
  ],
  [
    "days past due are days of the calendar, no spans of 24 hours",
    "kpis/metrics/each-rule-of-figures-has-the-spec-that-proves-it.spec.ts",
    "days past due are counted by the calendar",
  ],
  ["a part payment counts for what it is", "kpis/metrics/what-was-recovered-is-what-was-owed-and-came.spec.ts", "a part payment counts"],
  [
    "it counts on the debts it was placed on, the oldest first",
    "payments/payments-settle-oldest-first-and-can-be-taken-back.db.spec.ts",
    "settles the oldest of the currency first",
  ],
  [
    "in a period a reversal comes off on its own day",
    "kpis/metrics/what-was-recovered-is-what-was-owed-and-came.spec.ts",
    "a reversal comes off on its own day",
  ],
  [
    "a cohort is told anew by a reversal",
    "kpis/metrics/a-cohort-is-told-anew-and-a-young-one-is-left-out.spec.ts",
    "is told anew when a payment",
  ],
  [
    "a figure says as of when it is, and is told as it was known then",
    "kpis/measures/a-months-figures-are-those-computed-on-paper.db.spec.ts",
    "as it was known on Friday evening",
  ],
  [
    "a write-off is no recovery and takes nothing from below the line; the net rate stands beside",
    "payments/what-is-given-up-is-no-recovery-and-is-owed-again-when-taken-back.db.spec.ts",
    "is no recovery",
  ],
  [
    "money after a write-off has a line of its own",
    "payments/what-is-given-up-is-no-recovery-and-is-owed-again-when-taken-back.db.spec.ts",
    "told apart",
  ],
  [
    "of a settlement money is recovered, what was let go neither money nor owed",
    "kpis/metrics/what-was-recovered-is-what-was-owed-and-came.spec.ts",
    "a settlement is money and a part that was let go",
  ],
  [
    "what was paid too much is in no rate and is reported",
    "kpis/metrics/what-was-recovered-is-what-was-owed-and-came.spec.ts",
    "what was paid too much is told apart",
  ],
  [
    "a cohort that is not old enough is flagged and averaged in none",
    "kpis/metrics/a-cohort-is-told-anew-and-a-young-one-is-left-out.spec.ts",
    "that is not old enough is flagged",
  ],
  ["99.96 per cent is never shown as 100", "kpis/metrics/a-percentage-never-hides-what-was-missed.spec.ts", "nor an end of the objective"],
];

it.each(RULES)("%s", (_, file, test) => {
  const path = `test/server/modules/${file}`;
  expect(existsSync(path)).toBe(true);
  expect(titlesIn(readFileSync(path, "utf8"))).toEqual(expect.arrayContaining([expect.stringContaining(test)]));
});

it("days past due are counted by the calendar: a day with 23 hours is one, an hour around midnight too", () => {
  expect(daysPastDue("2026-03-07", "2026-03-09")).toBe(2);
  // New York's clocks went forward on the 8th: 23 hours after noon it is noon of the next day less one.
  const [noon, before] = [Date.parse("2026-03-07T17:00:00Z"), Date.parse("2026-03-08T15:59:00Z")];
  expect(daysPastDue(localDate("America/New_York", noon), localDate("America/New_York", before))).toBe(1);
  const [late, early] = [Date.parse("2026-12-01T04:59:00Z"), Date.parse("2026-12-01T05:01:00Z")];
  expect(daysPastDue(localDate("America/Bogota", late), localDate("America/Bogota", early))).toBe(1);
});

/** Titles of tests as they are written, in whatever quotation marks. */
function titlesIn(source: string): string[] {
  return [...source.matchAll(/\b(?:it|test)(?:\.each\([^]*?\))?\(\s*(["'`])([^]*?)\1/g)].map(([, , title]) => title ?? "");
}

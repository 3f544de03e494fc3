import { beforeAll, expect, it } from "@jest/globals";
import { generatePortfolio } from "../../../../server/demo/generator/portfolio-generator.js";
import { type GeneratedDebtor, GENERATED_COUNTRIES, type PortfolioRow } from "../../../../server/demo/generator/portfolio-row.js";
import { stageOf } from "../../../../server/modules/portfolio/rules.js";
import { SeededRandom } from "../../../../server/platform/crypto/randomness.js";

const TODAY = "2026-11-20";
let rows: readonly PortfolioRow[];
let debtors: readonly GeneratedDebtor[];

beforeAll(() => {
  rows = [...generatePortfolio(new SeededRandom(11), { debtors: 20_000, countries: GENERATED_COUNTRIES, today: TODAY })];
  debtors = [...new Set(rows.map(({ debtor }) => debtor))];
});

/** Share of the list that the test holds for, in percent, rounded. */
function percent<T>(list: readonly T[], test: (one: T) => boolean): number {
  return Math.round((list.filter(test).length / list.length) * 100);
}

function expectAbout(actual: number, wanted: number, tolerance = 2): void {
  expect(Math.abs(actual - wanted)).toBeLessThanOrEqual(tolerance);
}

it("has as many debtors as asked for, in equal parts of each country", () => {
  expect(debtors).toHaveLength(20_000);
  for (const country of GENERATED_COUNTRIES)
    expectAbout(
      percent(debtors, (debtor) => debtor.country === country),
      33,
    );
});

it("has debts in every stage, most of them young, none without end", () => {
  const share = (stage: string) => percent(rows, ({ debt }) => stageOf(debt.dueDate, TODAY) === stage);
  for (const [stage, wanted] of Object.entries({ pre_due: 22, due: 5, d1_30: 30, d31_90: 25, d91_plus: 18 })) {
    expectAbout(share(stage), wanted);
  }
});

it("has consents with source and date for most, and every way in which they are missing", () => {
  const proven = ({ consent }: GeneratedDebtor) => consent.given === "granted" && consent.source !== null && consent.on !== null;
  expectAbout(percent(debtors, proven), 87);
  expectAbout(
    percent(debtors, ({ consent }) => consent.given === "unknown"),
    7,
  );
  expectAbout(
    percent(debtors, ({ consent }) => consent.given === "withdrawn"),
    3,
  );
  expectAbout(
    percent(debtors, (debtor) => debtor.consent.given === "granted" && !proven(debtor)),
    3,
  );
  expect(debtors.every(({ consent }) => consent.on === null || consent.on < TODAY)).toBe(true);
});

it("has debtors with several debts, without a number, and with one another's numbers", () => {
  expectAbout((rows.length / debtors.length) * 100, 141, 3);
  const numbers = debtors.flatMap(({ phone }) => phone ?? []);
  expectAbout((1 - numbers.length / debtors.length) * 100, 1.5, 0.5);
  expectAbout((1 - new Set(numbers).size / numbers.length) * 100, 1.5, 0.5);
  expect(new Set(debtors.map(({ externalId }) => externalId)).size).toBe(debtors.length);
  expect(new Set(rows.map(({ debt }) => debt.reference)).size).toBe(rows.length);
});

it("has amounts, instalments and dates that agree with each other", () => {
  const wrong = rows.filter(({ debt }) => {
    const { principalMinor, balanceMinor, emiMinor, termMonths, creditDate, dueDate } = debt;
    const whole = [principalMinor, balanceMinor, emiMinor].every((minor) => Number.isSafeInteger(minor) && minor > 0);
    // All instalments together are what was lent and the interest on it, but for rounding.
    const paidBack = emiMinor * termMonths >= principalMinor * 0.98;
    return !whole || balanceMinor > principalMinor || !paidBack || creditDate >= dueDate || creditDate >= TODAY;
  });
  expect(wrong).toEqual([]);
});

it.each([
  ["COP", 180_000_00, 9_500_000_00],
  ["MXN", 1_200_00, 42_000_00],
  ["BRL", 320_00, 15_000_00],
])("has amounts in %s of the size they have there, skewed as sums of money are", (currency, least, most) => {
  const amounts = rows.filter(({ debt }) => debt.currency === currency).map(({ debt }) => debt.principalMinor);
  const median = amounts.sort((a, b) => a - b)[amounts.length >> 1]!;
  const mean = amounts.reduce((sum, amount) => sum + amount, 0) / amounts.length;
  expect(median).toBeGreaterThan(least);
  expect(median).toBeLessThan(most);
  expect(mean).toBeGreaterThan(median * 1.2);
});

it("has states, names and languages of the country", () => {
  const codes = { CO: "+57", MX: "+52", BR: "+55" };
  const wrong = debtors.filter(
    ({ country, address, language, phone }) =>
      language !== (country === "BR" ? "pt-BR" : "es") ||
      !(address?.subdivision ?? country).startsWith(country) ||
      !(phone ?? codes[country]).startsWith(codes[country]),
  );
  expect(wrong).toEqual([]);
  expectAbout(
    percent(debtors, ({ address }) => address === null),
    5,
  );
  expect(new Set(debtors.filter(({ country }) => country === "MX").map(({ address }) => address?.subdivision)).size).toBeGreaterThan(30);
  const names = debtors.map(({ name }) => name);
  expect(names.some((name) => name.includes("'"))).toBe(true);
  expect(percent(names, (name) => /[^ -~]/.test(name))).toBeGreaterThan(30);
  expect(new Set(names).size).toBeGreaterThan(15_000);
  expectAbout(
    percent(debtors, ({ kind }) => kind === "company"),
    6,
  );
  expectAbout(
    percent(debtors, ({ employment }) => employment === "employed"),
    52,
  );
});

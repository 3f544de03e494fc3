import { expect, it } from "@jest/globals";
import { decimalText } from "../../../../../server/modules/kpis/metrics/domain/arithmetic/fraction.js";
import { consolidate, type DatedAmount, type RateTable } from "../../../../../server/modules/kpis/metrics/domain/consolidate.js";
import { checkRate, type ExchangeRate, rateTableOf } from "../../../../../server/modules/kpis/rates/domain/rate-table.js";
import { RECOVERY_PERIOD } from "../../../../../server/modules/kpis/metrics/domain/definitions/recovery/recovery-period.js";

const RATES: Readonly<Record<string, string>> = {
  "COP 2026-11-05": "0.00025",
  "COP 2026-11-20": "0.00020",
  "COP 2026-11-01": "0.00025",
  "CLP 2026-11-05": "0.001",
};
const rates: RateTable = {
  into: "USD",
  rate: (currency, day) => {
    const rate = RATES[`${currency} ${day}`];
    return rate === undefined ? { state: "missing" } : { state: "known", rate, day, source: "Central bank, closing" };
  },
};
const amount = (measure: DatedAmount["measure"], currency: string, day: string, minor: number): DatedAmount => ({
  measure,
  currency,
  day,
  minor,
});

const amounts = [
  amount("cash.recovered", "COP", "2026-11-05", 40_000_000),
  amount("cash.recovered", "COP", "2026-11-20", 10_000_000),
  amount("cash.recovered", "USD", "2026-11-30", 5_000),
  amount("balance.overdue.opening", "COP", "2026-11-01", 100_000_000),
  amount("balance.newly_overdue", "USD", "2026-11-15", 10_000),
];

it("each amount at the rate of its own day, and the rows add up to the figure", () => {
  const { value, rows } = consolidate(RECOVERY_PERIOD, amounts, rates, { n: 9 });
  expect(rows.map(({ source }) => source)).toEqual([
    ...Array<string>(2).fill("Central bank, closing"),
    null,
    "Central bank, closing",
    null,
  ]);
  // 400,000 pesos are 100 dollars, 100,000 a fortnight later 20; 1,000,000 at the opening 250.
  expect(rows.map(({ rate, into }) => [rate, into])).toEqual([
    ["0.00025", 10_000n],
    ["0.00020", 2_000n],
    ["1", 5_000n],
    ["0.00025", 25_000n],
    ["1", 10_000n],
  ]);
  expect(value).toMatchObject({ state: "value", currency: "USD", numerator: 17_000n, denominator: 35_000n, n: 9 });
  expect(value.state === "value" && decimalText(value.value, 4)).toBe("0.4857");
});

it("the decimals of both currencies are heeded, and each row is rounded by itself", () => {
  const pesos = [amount("cash.recovered", "CLP", "2026-11-05", 1_234_567), ...amounts.slice(3)];
  // 1,234,567 pesos without cents are 1,234.567 dollars.
  expect(consolidate(RECOVERY_PERIOD, pesos, rates, { n: 1 }).rows[0]!.into).toBe(123_457n);
});

it("there is no figure where a day has no rate: neither zero nor another day's is taken", () => {
  const lacking = amount("cash.recovered", "COP", "2026-11-06", 1);
  const { value, unconverted } = consolidate(RECOVERY_PERIOD, [...amounts, lacking], rates, { n: 1 });
  expect(value).toEqual({ state: "no_data", reason: "rate_missing", currency: "USD" });
  expect(unconverted).toEqual([{ ...lacking, lastDay: null }]);
});

const bank = (currency: string, day: string, rate: string) => ({ currency, target: "USD", day, rate, source: "Banco central" });

it("the last rate before a day holds for five days and no longer, and says of which day it is", () => {
  const table = rateTableOf(
    [bank("COP", "2026-11-20", "0.00020"), bank("COP", "2026-11-27", "0.00030"), bank("MXN", "2026-11-20", "0.05")],
    "USD",
  );
  expect(table.rate("COP", "2026-11-19")).toEqual({ state: "missing" });
  expect(table.rate("COP", "2026-11-25")).toEqual({ state: "known", rate: "0.00020", day: "2026-11-20", source: "Banco central" });
  expect(table.rate("COP", "2026-11-26")).toEqual({ state: "too_old", day: "2026-11-20" });
  expect(table.rate("COP", "2026-11-30")).toMatchObject({ state: "known", rate: "0.00030", day: "2026-11-27" });
  expect(table.rate("EUR", "2026-11-20")).toEqual({ state: "missing" });
  const late = amount("cash.recovered", "MXN", "2026-11-28", 100);
  expect(consolidate(RECOVERY_PERIOD, [late], table, { n: 1 })).toMatchObject({
    value: { state: "no_data", reason: "rate_missing", currency: "USD" },
    unconverted: [{ ...late, lastDay: "2026-11-20" }],
  });
});

it("a rate is between two currencies, above zero, and of a day that has come", () => {
  const codeOf = (rate: Partial<ExchangeRate>) => {
    try {
      checkRate({ ...bank("COP", "2026-11-20", "0.0002"), ...rate }, "2026-11-20");
      return null;
    } catch (error) {
      return (error as { code: string }).code;
    }
  };
  expect([codeOf({}), codeOf({ target: "COP" }), codeOf({ rate: "0.000" }), codeOf({ day: "2026-11-21" })]).toEqual([
    null,
    "exchange_rate.same_currency",
    "exchange_rate.not_positive",
    "exchange_rate.day_to_come",
  ]);
});

import { expect, it } from "@jest/globals";
import { decimalText } from "../../../../../server/modules/kpis/metrics/domain/arithmetic/fraction.js";
import { consolidate, type DatedAmount, type RateTable } from "../../../../../server/modules/kpis/metrics/domain/consolidate.js";
import { RECOVERY_PERIOD } from "../../../../../server/modules/kpis/metrics/domain/definitions/recovery/recovery-period.js";

const RATES: Readonly<Record<string, string>> = {
  "COP 2026-11-05": "0.00025",
  "COP 2026-11-20": "0.00020",
  "COP 2026-11-01": "0.00025",
  "CLP 2026-11-05": "0.001",
};
const rates: RateTable = { into: "USD", source: "Central bank, closing", rate: (currency, day) => RATES[`${currency} ${day}`] ?? null };
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
  const { value, rows, source } = consolidate(RECOVERY_PERIOD, amounts, rates, { n: 9 });
  expect(source).toBe("Central bank, closing");
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
  expect(unconverted).toEqual([lacking]);
});

import { expect, it } from "@jest/globals";
import { changeOf } from "../../../../../server/modules/kpis/reports/domain/report-change.js";
import { amountIn, decimalIn, figureIn } from "../../../../../server/modules/kpis/reports/domain/report-numbers.js";
import { fraction } from "../../../../../server/modules/kpis/metrics/domain/arithmetic/fraction.js";
import type { MetricValue } from "../../../../../server/modules/kpis/metrics/domain/metric-value.js";

const value = (over: number, under = 1): MetricValue => ({
  state: "value",
  value: fraction(over, under),
  numerator: BigInt(over),
  denominator: BigInt(under),
  n: 1,
});
const NONE: MetricValue = { state: "no_data", reason: "nothing_below" };
const PERCENT = { unit: "percent" } as const;
const MONEY = { unit: "money" } as const;

it("percentages by points, amounts by per cent of what they were", () => {
  expect(changeOf(PERCENT, value(1, 2), value(1, 4))).toEqual({ text: "25.0", as: "points" });
  expect(changeOf(MONEY, value(150), value(200))).toEqual({ text: "-25.0", as: "percent" });
  expect(changeOf(MONEY, value(200), value(200))).toEqual({ text: "0", as: "percent" });
  expect(changeOf(PERCENT, value(9_999, 10_000), value(1))).toEqual({ text: "-0.01", as: "points" });
});

it("and of nothing, or against nothing, not at all", () => {
  expect(changeOf(MONEY, value(5), value(0))).toBeNull();
  expect(changeOf(MONEY, NONE, value(5))).toBeNull();
  expect(changeOf(PERCENT, value(1, 2), undefined)).toBeNull();
});

it("each number in the reader's way, digit for digit", () => {
  expect(amountIn(113_570_000, "COP", "en")).toBe("COP\u00a01,135,700");
  expect(amountIn(113_570_050, "COP", "es")).toBe("COP\u00a01.135.700,50");
  expect(decimalIn("9007199254740993.01", "en")).toBe("9,007,199,254,740,993.01");
  expect(decimalIn("-0.8", "pt-BR", true)).toBe("−0,8");
  expect(decimalIn("1234", "es")).toBe("1.234");
  expect(figureIn("percent", { text: "99.96", currency: null }, "es", String)).toBe("99,96\u00a0%");
  expect(figureIn("money", { text: "500.00", currency: "COP" }, "en", String)).toBe("COP\u00a0500");
  expect(figureIn("money", { text: null, currency: null }, "en", String)).toBeNull();
});

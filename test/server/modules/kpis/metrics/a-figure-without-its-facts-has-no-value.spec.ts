import { describe, expect, it } from "@jest/globals";
import { COST_PER_RECOVERED } from "../../../../../server/modules/kpis/metrics/domain/definitions/money/cost.js";
import { DSO_SIMPLE } from "../../../../../server/modules/kpis/metrics/domain/definitions/portfolio/dso.js";
import { CALL_TO_PROMISE } from "../../../../../server/modules/kpis/metrics/domain/definitions/promises/promise-rate.js";
import { EFFECTIVENESS_MONTHLY } from "../../../../../server/modules/kpis/metrics/domain/definitions/recovery/effectiveness.js";
import { RECOVERY_PERIOD } from "../../../../../server/modules/kpis/metrics/domain/definitions/recovery/recovery-period.js";
import { evaluateMetric } from "../../../../../server/modules/kpis/metrics/domain/evaluate-metric.js";

const of = (recovered: number | bigint, opening: number | bigint) => ({
  "cash.recovered": recovered,
  "balance.overdue.opening": opening,
  "balance.newly_overdue": 0,
});

describe("no data", () => {
  it("where nothing is below the line: neither 0 nor 100 per cent", () => {
    const none = evaluateMetric(RECOVERY_PERIOD, { values: of(0, 0), currency: "COP", n: 0 });
    expect(none).toEqual({ state: "no_data", reason: "nothing_below", numerator: 0n, currency: "COP" });
  });

  it("where nothing was recovered, and the cost is told all the same", () => {
    const none = evaluateMetric(COST_PER_RECOVERED, { values: { "costs.all": 48_000, "cash.net": 0 }, currency: "COP", n: 3 });
    expect(none).toMatchObject({ state: "no_data", reason: "nothing_below", numerator: 48_000n });
  });

  it("where a measure was not counted, which is not the same as zero", () => {
    const some = { "cash.recovered": 5, "balance.overdue.opening": 10 };
    expect(evaluateMetric(RECOVERY_PERIOD, { values: some, currency: "COP", n: 1 })).toEqual({
      state: "no_data",
      reason: "not_recorded",
      missing: "balance.newly_overdue",
      currency: "COP",
    });
    const zero = evaluateMetric(RECOVERY_PERIOD, { values: { ...some, "balance.newly_overdue": 0 }, currency: "COP", n: 1 });
    expect(zero).toMatchObject({ state: "value", numerator: 5n, denominator: 10n });
  });

  it("where the facts are still to come, with the reason; and a value as soon as they are there", () => {
    expect(evaluateMetric(CALL_TO_PROMISE, { values: { "promises.received": 25 }, n: 0 })).toMatchObject({ reason: "calls" });
    const come = evaluateMetric(CALL_TO_PROMISE, { values: { "promises.received": 25, "calls.made": 200 }, n: 200 });
    expect(come).toMatchObject({ state: "value", value: { over: 1n, under: 8n } });
  });
});

describe("a clear answer", () => {
  it.each([undefined, "XXX", "PES", "cop"])("to the currency %s", (currency) => {
    expect(() => evaluateMetric(RECOVERY_PERIOD, { values: of(1, 2), ...(currency && { currency }), n: 1 })).toThrow(
      expect.objectContaining({ code: "metric.currency_unknown" }),
    );
  });

  it("to a number that has lost its last unit, and the exact figure where it has not", () => {
    const huge = 9_007_199_254_740_993n;
    expect(() => evaluateMetric(RECOVERY_PERIOD, { values: of(1, Number(huge)), currency: "COP", n: 1 })).toThrow(
      expect.objectContaining({ code: "metric.inexact" }),
    );
    const exact = evaluateMetric(RECOVERY_PERIOD, { values: of(huge - 1n, huge), currency: "COP", n: 1 });
    expect(exact).toMatchObject({ state: "value", numerator: huge - 1n, denominator: huge });
  });

  it("to a figure by days or months whose period has none", () => {
    const { values } = DSO_SIMPLE.example;
    for (const days of [undefined, 0, -1, 1.5]) {
      expect(() =>
        evaluateMetric(DSO_SIMPLE, { values: values as never, currency: "COP", n: 1, ...(days !== undefined && { days }) }),
      ).toThrow(expect.objectContaining({ code: "metric.length_unknown" }));
    }
    const monthly = EFFECTIVENESS_MONTHLY.example.values as never;
    expect(() => evaluateMetric(EFFECTIVENESS_MONTHLY, { values: monthly, currency: "COP", n: 1 })).toThrow(
      expect.objectContaining({ code: "metric.length_unknown" }),
    );
  });
});

import { describe, expect, it } from "@jest/globals";
import {
  EFFECTIVENESS,
  EFFECTIVENESS_MONTHLY,
} from "../../../../../server/modules/kpis/metrics/domain/definitions/recovery/effectiveness.js";
import { ROLL_RATE } from "../../../../../server/modules/kpis/metrics/domain/definitions/portfolio/roll-rate.js";
import { METRICS } from "../../../../../server/modules/kpis/metrics/domain/registry.js";
import type { Metric, WorkedExample } from "../../../../../server/modules/kpis/metrics/domain/metric.js";
import { computedExample } from "./support/example.js";

describe("the worked example of the definition", () => {
  it.each(METRICS.map((metric) => [metric.id, metric] as const))("%s", (_, metric) => {
    expect(computedExample(metric)).toBe(metric.example.result);
  });
});

describe("other tables that are published", () => {
  const of = (metric: Metric, example: WorkedExample) => computedExample({ ...metric, example });

  it("effectiveness of one period: 980 of 1,000", () => {
    const values = {
      "receivables.opening": 100_000,
      "sales.credit": 1_000_000,
      "receivables.closing": 120_000,
      "receivables.current": 100_000,
    };
    expect(of(EFFECTIVENESS, { values, result: "98.0" })).toBe("98.0");
  });

  it("effectiveness by month and without: the same table, two readings that are both in use", () => {
    const { values } = EFFECTIVENESS.example;
    expect(of(EFFECTIVENESS_MONTHLY, { values, months: 3, result: "55.9" })).toBe("55.9");
    expect(of(EFFECTIVENESS, { values, result: "79.63" })).toBe("79.63");
    expect(of(EFFECTIVENESS_MONTHLY, { values, months: 1, result: "79.63" })).toBe("79.63");
  });

  it("effectiveness of a table that is often printed as 96 is 87.5", () => {
    const values = { "receivables.opening": 50_000, "sales.credit": 200_000, "receivables.closing": 40_000, "receivables.current": 10_000 };
    expect(of(EFFECTIVENESS, { values, result: "87.5" })).toBe("87.5");
  });

  it("5 of 100 that roll are 5 per cent", () => {
    expect(of(ROLL_RATE, { values: { "stage.worse.balance": 5, "stage.opening.balance": 100 }, result: "5" })).toBe("5");
  });
});

import { describe, expect, it } from "@jest/globals";
import { decimalText, fraction } from "../../../../../server/modules/kpis/metrics/domain/arithmetic/fraction.js";
import { onceEach } from "../../../../../server/modules/kpis/metrics/domain/arithmetic/tally.js";
import { rollMatrix } from "../../../../../server/modules/kpis/metrics/domain/cases/roll-moves.js";
import { DSO_COUNTBACK, DSO_SIMPLE } from "../../../../../server/modules/kpis/metrics/domain/definitions/portfolio/dso.js";
import {
  COLLECTIONS_TO_OPENING,
  EFFECTIVENESS,
} from "../../../../../server/modules/kpis/metrics/domain/definitions/recovery/effectiveness.js";
import {
  countbackFigure,
  forecastFigures,
  medianFigure,
  peakFigure,
  rollRowFigures,
  survivalFigure,
} from "../../../../../server/modules/kpis/metrics/domain/evaluate-by-method.js";
import { evaluateMetric } from "../../../../../server/modules/kpis/metrics/domain/evaluate-metric.js";
import { metricOf, METRICS } from "../../../../../server/modules/kpis/metrics/domain/registry.js";

describe("without credit sales", () => {
  it("days of sales and effectiveness do not apply, and another figure is offered", () => {
    const values = { "receivables.opening": 5, "receivables.closing": 5, "receivables.current": 1 };
    const none = { state: "not_applicable", reason: "no_sales" } as const;
    expect(evaluateMetric(DSO_SIMPLE, { values, currency: "COP", n: 1, days: 30 })).toEqual({ ...none, instead: "dso.days-to-pay" });
    expect(countbackFigure(DSO_COUNTBACK, 5, null, "COP")).toEqual({ ...none, instead: "dso.days-to-pay" });
    expect(evaluateMetric(EFFECTIVENESS, { values, currency: "COP", n: 1 })).toEqual({ ...none, instead: "recovery.by-day-30" });
  });

  it("collections to opening need none", () => {
    const values = { "cash.net": 5, "receivables.opening": 10 };
    expect(evaluateMetric(COLLECTIONS_TO_OPENING, { values, currency: "COP", n: 1 })).toMatchObject({ state: "value" });
  });

  it("what is offered exists, and applies", () => {
    for (const { instead, edges } of METRICS) {
      expect(instead !== null).toBe(edges.includes("no_sales"));
      if (instead !== null) expect(metricOf(instead)?.instead).toBeNull();
    }
  });
});

describe("a figure that is no quotient", () => {
  it("is the middle one, with how many there were", () => {
    expect(medianFigure(onceEach([5, 25, 15, 10]))).toEqual({
      state: "value",
      value: fraction(25, 2),
      numerator: 25n,
      denominator: 2n,
      n: 4,
    });
    expect(medianFigure([])).toEqual({ state: "no_data", reason: "nothing_closed" });
  });

  it("counts the open ones with the closed ones", () => {
    expect(survivalFigure(onceEach([5, 10, 15, 20, 25]), [{ value: 40, count: 5 }])).toMatchObject({ value: fraction(25), n: 10 });
    expect(survivalFigure(onceEach([5]), onceEach([40, 40]))).toEqual({ state: "no_data", reason: "half_not_reached" });
    expect(survivalFigure([], onceEach([40]))).toEqual({ state: "no_data", reason: "nothing_closed" });
  });

  it("counts back through the months that are known", () => {
    const months = [100_000, 80_000, 70_000].map((sales) => ({ sales, days: 30 }));
    const figure = countbackFigure(DSO_COUNTBACK, 212_000, months, "COP");
    expect(figure.state === "value" && decimalText(figure.value, 2)).toBe("73.71");
    expect(countbackFigure(DSO_COUNTBACK, 1_000_000, months, "COP")).toMatchObject({ state: "no_data", reason: "older_than_sales" });
  });

  it("is the most at once, or nothing", () => {
    expect(
      peakFigure([
        { start: 0, end: 2 },
        { start: 1, end: 3 },
      ]),
    ).toMatchObject({ value: fraction(2), n: 2 });
    expect(peakFigure([])).toMatchObject({ state: "no_data" });
  });
});

describe("a row of the matrix", () => {
  const move = { from: "d1_30", to: "d1_30", before: 1_000, now: 700, paid: 300, writtenOff: 0 } as const;
  const matrix = rollMatrix([move], "amount");

  it("is shares of what was there", () => {
    const figures = rollRowFigures(
      matrix.rows.find(({ from }) => from === "d1_30")!,
      1,
      "COP",
    );
    expect(figures.d1_30).toMatchObject({ value: fraction(7, 10), numerator: 700n, denominator: 1_000n, currency: "COP" });
    expect(figures.paid).toMatchObject({ value: fraction(3, 10) });
    expect(figures.written_off).toMatchObject({ state: "value", value: fraction(0) });
  });

  it("has no shares where nothing was there", () => {
    const empty = rollRowFigures(
      matrix.rows.find(({ from }) => from === "due")!,
      0,
      "COP",
    );
    expect(new Set(Object.values(empty).map(({ state }) => state))).toEqual(new Set(["no_data"]));
  });

  it("leads to a forecast, or to the reason that there is none", () => {
    expect(forecastFigures(matrix, { d1_30: 700n }, 1, "COP").collectable).toMatchObject({ value: fraction(700), currency: "COP" });
    expect(forecastFigures(matrix, { d91_plus: 1n }, 1, "COP").lost).toEqual({ state: "no_data", reason: "stage_unseen", currency: "COP" });
    const stays = rollMatrix([{ ...move, now: 1_000, paid: 0 }], "amount");
    expect(forecastFigures(stays, { d1_30: 1n }, 1, "COP").lost).toMatchObject({ reason: "never_ends" });
  });
});

import { countback } from "../../../../../../server/modules/kpis/metrics/domain/arithmetic/countback.js";
import { decimalText, type Fraction, fraction } from "../../../../../../server/modules/kpis/metrics/domain/arithmetic/fraction.js";
import { middle } from "../../../../../../server/modules/kpis/metrics/domain/arithmetic/middle.js";
import { endsOf, totalsOf } from "../../../../../../server/modules/kpis/metrics/domain/arithmetic/absorbing-chain.js";
import { onceEach } from "../../../../../../server/modules/kpis/metrics/domain/arithmetic/tally.js";
import { survivalMedian } from "../../../../../../server/modules/kpis/metrics/domain/arithmetic/survival.js";
import { evaluateMetric } from "../../../../../../server/modules/kpis/metrics/domain/evaluate-metric.js";
import type { Measure } from "../../../../../../server/modules/kpis/metrics/domain/measure.js";
import { type ExampleFigure, isPerCurrency, type Metric } from "../../../../../../server/modules/kpis/metrics/domain/metric.js";
import { inUnit } from "../../../../../../server/modules/kpis/metrics/domain/shown-text.js";

const one = (figure: ExampleFigure | undefined): number => figure as number;
const list = (figure: ExampleFigure | undefined): readonly number[] => figure as readonly number[];
const table = (figure: ExampleFigure | undefined): readonly (readonly number[])[] => figure as readonly (readonly number[])[];

/** What the metric's own method makes of its worked example, to as many places as it is printed with. */
export function computedExample(metric: Metric): string {
  const places = metric.example.result.split(".")[1]?.length ?? 0;
  return decimalText(inUnit(metric, valueOf(metric)), places);
}

function valueOf(metric: Metric): Fraction {
  const { method, example, numerator, denominator } = metric;
  const above = example.values[numerator[0] as Measure];
  const below = denominator === null ? undefined : example.values[denominator[0] as Measure];
  switch (method) {
    case "quotient":
    case "total":
      return measured(metric);
    case "median":
      return middle(onceEach(list(above)))!;
    case "survival":
      return fraction(survivalMedian(onceEach(list(above)), onceEach(list(example.values["debts.days_open"])))!);
    case "peak":
      return fraction(Math.max(...list(above)));
    case "matrix":
      return fraction(
        list(above).reduce((sum, moved) => sum + moved, 0),
        one(below),
      );
    case "countback": {
      const months = list(example.values["sales.credit"]).map((sales) => ({ sales, days: example.days! }));
      return countback(one(above), months.toReversed())!;
    }
    case "forecast": {
      const openings = list(below);
      const shares = table(above).map((row, i) => row.map((moved) => fraction(moved, openings[i])));
      const stages = openings.length;
      const ends = endsOf(
        shares.map((row) => row.slice(0, stages)),
        shares.map((row) => row.slice(stages)),
      );
      const [collectable, lost] = totalsOf(
        openings.map((opening) => fraction(opening)),
        ends!,
      );
      return metric.id.endsWith("lost") ? lost! : collectable!;
    }
  }
}

function measured(metric: Metric): Fraction {
  const { values, days, months } = metric.example;
  const result = evaluateMetric(metric, {
    values: values as Readonly<Partial<Record<Measure, number>>>,
    n: 1,
    ...(isPerCurrency(metric) && { currency: "COP" }),
    ...(days !== undefined && { days }),
    ...(months !== undefined && { months }),
  });
  if (result.state !== "value") throw new Error(`${metric.id} has no value: ${result.reason}`);
  return result.value;
}

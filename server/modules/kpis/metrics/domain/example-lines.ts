import { evaluateMetric } from "./evaluate-metric.js";
import type { Measure } from "./measure.js";
import { isPerCurrency, type Metric } from "./metric.js";

/** Any currency that exists: the amounts of an example are of none. */
const SOME_CURRENCY = "USD";

/** What a worked example adds up to above and below the line; `null` where it is no quotient. */
export function exampleLines(metric: Metric): { readonly above: number | null; readonly below: number | null } {
  if (metric.method !== "quotient") return { above: null, below: null };
  const { values, days, months } = metric.example;
  const result = evaluateMetric(metric, {
    values: values as Readonly<Partial<Record<Measure, number>>>,
    n: 1,
    ...(isPerCurrency(metric) && { currency: SOME_CURRENCY }),
    ...(days !== undefined && { days }),
    ...(months !== undefined && { months }),
  });
  return result.state === "value" ? { above: Number(result.numerator), below: Number(result.denominator) } : { above: null, below: null };
}

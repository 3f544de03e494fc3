import type { FiguresView, FigureValue } from "../../../../server/contract/kpis.contract.js";
import type { FigureSeriesView } from "../../../../server/contract/kpis/series.contract.js";
import { METRICS } from "../../../../server/modules/kpis/metrics/domain/registry.js";
import { isPerCurrency, type Metric } from "../../../../server/modules/kpis/metrics/domain/metric.js";
import { NOW, ZONE } from "./stub-data.js";

const NOTHING = { part: null, currency: null, text: null, numerator: null, denominator: null, n: null, reason: null, why: null, gap: null };
const value = (metric: Metric, currency: string | null): FigureValue => ({
  ...NOTHING,
  state: "value",
  currency,
  text: metric.unit === "duration" ? "4500000" : metric.unit === "money" ? (currency === "MXN" ? "937596.59" : "1234567.89") : "61.5",
  numerator: "615",
  denominator: "1000",
  n: 1_000,
  gap: metric.id.startsWith("cost.") ? { state: "missed", side: "above", bound: 8, by: "1.5", part: null } : null,
});

/** A figure of each kind: two currencies, one number, none yet, and one that means nothing here. */
function valuesOf(metric: Metric): FigureValue[] {
  if (metric.id.startsWith("dso."))
    return [{ ...NOTHING, state: "not_applicable", reason: "no_sales", why: "There are no credit sales in this portfolio." }];
  if (metric.method !== "quotient" && metric.method !== "total") {
    return [{ ...NOTHING, state: "no_data", reason: "not_recorded", why: "What it is made of is not counted yet." }];
  }
  return isPerCurrency(metric) ? [value(metric, "COP"), value(metric, "MXN")] : [value(metric, null)];
}

/** This month's figures; the numbers mean nothing. */
export const FIGURES: FiguresView = {
  from: "2026-11-01",
  to: "2026-11-25",
  zone: ZONE,
  asOf: NOW,
  share: 1,
  quiet: [],
  figures: METRICS.map((metric) => ({
    id: metric.id,
    number: metric.number,
    name: metric.id,
    unit: metric.unit,
    values: valuesOf(metric),
  })),
};

/** Seven months that rise, the fourth without a figure. */
export function seriesOf(query: URLSearchParams): FigureSeriesView {
  const currency = query.get("currency");
  const ids = (query.get("ids") ?? "").split(",");
  return {
    step: "month",
    zone: ZONE,
    asOf: NOW,
    share: 1,
    quiet: [],
    currency,
    series: METRICS.filter(({ id }) => ids.includes(id)).map((metric) => ({
      id: metric.id,
      number: metric.number,
      name: metric.id,
      unit: metric.unit,
      points: [5, 6, 7, 8, 9, 10, 11].map((month, index) => ({
        from: `2026-${String(month).padStart(2, "0")}-01`,
        to: `2026-${String(month).padStart(2, "0")}-28`,
        complete: month < 11,
        values: index === 3 ? [] : [{ ...value(metric, isPerCurrency(metric) ? currency : null), text: String(50 + index) }],
      })),
    })),
  };
}

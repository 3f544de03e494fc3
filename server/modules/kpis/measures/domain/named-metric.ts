import { invalid } from "../../../../shared/errors.js";
import type { Metric } from "../../metrics/domain/metric.js";
import { metricOf } from "../../metrics/domain/registry.js";

/** @param field of the input that names it @throws DomainError `figures.metric_unknown` */
export function metricNamed(id: string, field: string): Metric {
  const metric = metricOf(id);
  if (metric) return metric;
  const remedy = "GET /api/metrics lists those there are.";
  throw invalid("figures.metric_unknown", `There is no figure "${id}".`, { field, remedy, params: { id } });
}

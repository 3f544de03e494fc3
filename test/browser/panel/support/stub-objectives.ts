import type { MetricDefinitionsPage } from "../../../../server/modules/kpis/metrics/metric-definitions.view.js";
import { metricOf } from "../../../../server/modules/kpis/metrics/domain/registry.js";
import { objectivesInForce, type OwnObjective } from "../../../../server/modules/kpis/objectives/domain/objective.js";
import { type Answer, type Call, fail, ok, type StubState } from "./stub-call.js";
import { NOW } from "./stub-data.js";

/** `PUT` and `DELETE /api/metrics/:id/objective`. */
export function answerObjective({ method, path, query, body }: Call, { objectives }: StubState, page: MetricDefinitionsPage): Answer {
  const id = path.split("/")[3] ?? "";
  const metric = metricOf(id);
  if (!metric) return fail(404, "metric.not_found", "There is no such figure.");
  const { reason: _, ...bounds } = (body ?? {}) as Omit<OwnObjective, "setAt" | "setBy"> & { reason?: string };
  if (method === "DELETE") objectives.delete(id);
  else objectives.set(id, [{ ...bounds, setAt: Date.parse(NOW), setBy: "user:1" }]);
  return ok({ objectives: page.objectives(objectivesInForce(metric, objectives), query.get("lang") ?? "en") });
}

import type { FigureValue, MetricDefinition } from "@/api/types";

type Objective = MetricDefinition["objectives"][number];

/** Where a figure stands to its objective, for a mark and a sentence. */
export interface Verdict {
  readonly tone: "ok" | "warn" | "bad";
  readonly place: "in" | "under" | "over" | "missed";
}

/** The objective that holds for all; one for a part says nothing of the whole. */
export function objectiveOf({ objectives }: Pick<MetricDefinition, "objectives">): Objective | undefined {
  return objectives.find(({ of }) => of === null);
}

/** What the server found, as it is shown: an objective without room (all of them) is missed by anything, and that is bad. */
export function verdictOf(gap: NonNullable<FigureValue["gap"]>, objective: Objective): Verdict {
  if (gap.state === "met") return { tone: "ok", place: "in" };
  if (objective.from !== null && objective.from === objective.to) return { tone: "bad", place: "missed" };
  return { tone: gap.state === "attention" ? "bad" : "warn", place: gap.side === "below" ? "under" : "over" };
}

/** End of the track on which band and value stand: 100 for shares that come near it, else half beyond what is farthest. */
export function trackEnd(unit: MetricDefinition["unit"], values: readonly (number | null | undefined)[]): number {
  const most = Math.max(0, ...values.flatMap((value) => value ?? []));
  return unit === "percent" && most > 50 && most <= 100 ? 100 : most * 1.5 || 1;
}

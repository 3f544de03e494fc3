import type { FigureValue, MetricDefinition } from "@/api/types";

/** A figure as it stands to its objective. */
export interface Standing {
  readonly metric: MetricDefinition;
  readonly value: FigureValue;
}

/** Fewer cases tell nothing. */
const ENOUGH = 10;
/** Durations are told in milliseconds, their objectives in hours. */
const HOUR = 3_600_000;

/**
 * What is best and what is worst against its objective: by how far it is from its bound, as a share of the bound, so that figures of different
 * units compare; what is beyond attention comes before all else. A figure of few cases, and one without an objective, says nothing.
 */
export function bestAndWorst(
  all: readonly Standing[],
  most: { readonly well: number; readonly badly: number },
): { well: Standing[]; badly: Standing[] } {
  const telling = all.filter(({ value }) => value.gap !== null && (value.n === null || value.n >= ENOUGH));
  const met = telling.filter(({ value }) => value.gap?.state === "met");
  const missed = telling.filter(({ value }) => value.gap?.state !== "met");
  const urgent = ({ value }: Standing) => (value.gap?.state === "attention" ? 1 : 0);
  return {
    well: met.toSorted((a, b) => marginOf(b) - marginOf(a)).slice(0, most.well),
    badly: missed.toSorted((a, b) => urgent(b) - urgent(a) || missOf(b) - missOf(a)).slice(0, most.badly),
  };
}

/** Beyond its bound by how much of it; a bound of nothing is missed by all that there is. */
function missOf({ value: { gap } }: Standing): number {
  return gap === null ? 0 : Number(gap.by) / Math.max(Math.abs(gap.bound ?? 0), 1);
}

/** How far inside its band it is: one that has a single bound may be far beyond it, in a band nobody is farther than its middle. */
function marginOf({ metric, value }: Standing): number {
  const objective = metric.objectives.find(({ of }) => of === null);
  const at = metric.unit === "duration" ? Number(value.text ?? 0) / HOUR : Number(value.text ?? 0);
  const distances = [objective?.from, objective?.to].flatMap((bound) =>
    bound == null ? [] : [Math.abs(at - bound) / Math.max(Math.abs(bound), 1)],
  );
  return distances.length === 0 ? 0 : Math.min(...distances);
}

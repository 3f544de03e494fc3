import type { Instant } from "../../../../shared/instant.js";
import type { CaseEvent } from "./case-event.js";
import type { ClockPlan } from "./clock-plan.js";

/** When which plan held: each from its own instant on, the last for good. */
export interface PlanSpan {
  readonly start: Instant;
  readonly end: Instant;
  readonly plan: ClockPlan;
}

/** @param events in time */
export function planSpans(events: readonly CaseEvent[]): readonly PlanSpan[] {
  const planned = events.flatMap((event) => (event.kind === "planned" ? [{ start: event.at, plan: event.plan }] : []));
  return planned
    .map(({ start, plan }, i) => ({ start, plan, end: planned[i + 1]?.start ?? Number.POSITIVE_INFINITY }))
    .filter(({ start, end }) => start < end);
}

export function planAt(spans: readonly PlanSpan[], at: Instant): ClockPlan | null {
  return spans.findLast(({ start }) => start <= at)?.plan ?? null;
}

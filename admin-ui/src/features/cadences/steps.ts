import type { CadenceBody, Stage, Step } from "@/api/types";

export const FURTHEST_DAY = 720;
export const LONGEST_GRACE = 30;

/** In the order of their days; steps of one day in the order they were made. */
export function sorted(steps: readonly Step[]): Step[] {
  return steps.toSorted((a, b) => a.offsetDays - b.offsetDays);
}

export function stageOfDay(day: number): Stage {
  if (day < 0) return "pre_due";
  if (day === 0) return "due";
  if (day <= 30) return "d1_30";
  return day <= 90 ? "d31_90" : "d91_plus";
}

/** The body with one step changed. */
export function withStep(body: CadenceBody, id: string, change: Partial<Step>): CadenceBody {
  return { ...body, steps: sorted(body.steps.map((step) => (step.id === id ? { ...step, ...change } : step))) };
}

/** A day for a new step: after the last one by as much as that one is after its neighbour, at least three. */
export function nextDay(steps: readonly Step[]): number {
  const days = sorted(steps).map(({ offsetDays }) => offsetDays);
  const last = days.at(-1);
  if (last === undefined) return 0;
  return Math.min(FURTHEST_DAY, last + Math.max(3, last - (days.at(-2) ?? last)));
}

/** A new id: it goes into the key that keeps a debtor from getting a step twice, so that it is never used again. */
export function freshId(): string {
  return `step_${crypto.randomUUID().replaceAll("-", "").slice(0, 12)}`;
}

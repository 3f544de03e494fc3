import type { Amount, CadenceBody, Exits, Step } from "@/api/types";

/** What differs between two bodies of a cadence, as data: words and formats are the reader's. */
export type Change =
  | { kind: "added" | "removed"; step: Step }
  | { kind: "day"; step: Step; from: number; to: number }
  | { kind: "grace"; step: Step; from: number; to: number }
  | { kind: "template" | "stepName"; step: Step; from: string; to: string }
  | { kind: "condition"; step: Step; from: unknown; to: unknown }
  | { kind: "name"; from: string; to: string }
  | { kind: "segment"; from: string | null; to: string | null }
  | { kind: "replied"; from: number | null; to: number | null }
  | { kind: "promise"; to: boolean }
  | { kind: "smallBalance"; from: readonly Amount[]; to: readonly Amount[] };

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Everything `after` changes, the cadence's own first, then steps by their day. `before` is missing when nothing was published yet. */
export function changesOf(before: CadenceBody | undefined, after: CadenceBody): Change[] {
  if (!before) return after.steps.map((step) => ({ kind: "added" as const, step }));
  const changes: Change[] = [];
  if (before.name !== after.name) changes.push({ kind: "name", from: before.name, to: after.name });
  if (before.segment !== after.segment) changes.push({ kind: "segment", from: before.segment, to: after.segment });
  const earlier = new Map(before.steps.map((step) => [step.id, step]));
  const kept = new Set(after.steps.map(({ id }) => id));
  const steps = [
    ...before.steps.filter(({ id }) => !kept.has(id)).map((step): Change => ({ kind: "removed", step })),
    ...after.steps.flatMap((step) => stepChanges(earlier.get(step.id), step)),
  ];
  const dayOf = (change: Change) => ("step" in change ? change.step.offsetDays : 0);
  return [...changes, ...steps.toSorted((a, b) => dayOf(a) - dayOf(b)), ...exitChanges(before.exits, after.exits)];
}

function stepChanges(before: Step | undefined, step: Step): Change[] {
  if (!before) return [{ kind: "added", step }];
  const changes: Change[] = [];
  if (before.offsetDays !== step.offsetDays) changes.push({ kind: "day", step, from: before.offsetDays, to: step.offsetDays });
  if (before.graceDays !== step.graceDays) changes.push({ kind: "grace", step, from: before.graceDays, to: step.graceDays });
  if (before.template !== step.template) changes.push({ kind: "template", step, from: before.template, to: step.template });
  if (before.name !== step.name) changes.push({ kind: "stepName", step, from: before.name, to: step.name });
  if (!same(before.condition, step.condition)) changes.push({ kind: "condition", step, from: before.condition, to: step.condition });
  return changes;
}

function exitChanges(before: Exits, after: Exits): Change[] {
  const changes: Change[] = [];
  if (before.repliedWithinDays !== after.repliedWithinDays)
    changes.push({ kind: "replied", from: before.repliedWithinDays, to: after.repliedWithinDays });
  if (before.activePromise !== after.activePromise) changes.push({ kind: "promise", to: after.activePromise });
  if (!same(before.smallBalance, after.smallBalance))
    changes.push({ kind: "smallBalance", from: before.smallBalance, to: after.smallBalance });
  return changes;
}

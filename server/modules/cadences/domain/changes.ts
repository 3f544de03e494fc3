import type { CadenceBody, CadenceStep } from "./cadence.js";

export type ChangeKind =
  | "step_added"
  | "step_removed"
  | "step_name"
  | "step_day"
  | "step_grace"
  | "step_template"
  | "step_condition"
  | "name"
  | "segment"
  | "exit_replied"
  | "exit_promise"
  | "exit_small_balance";

export interface CadenceChange {
  readonly what: ChangeKind;
  /** Null where it is the cadence's own. */
  readonly step: string | null;
  readonly from: unknown;
  readonly to: unknown;
}

const STEP_FIELDS: readonly (readonly [ChangeKind, keyof CadenceStep])[] = [
  ["step_name", "name"],
  ["step_day", "offsetDays"],
  ["step_grace", "graceDays"],
  ["step_template", "template"],
  ["step_condition", "condition"],
];

/** Everything `after` changes; nothing when there was nothing before, because then all of it is new. */
export function changesBetween(before: CadenceBody | null, after: CadenceBody): CadenceChange[] {
  if (!before) return [];
  const earlier = new Map(before.steps.map((step) => [step.id, step]));
  const kept = new Set(after.steps.map(({ id }) => id));
  return [
    ...different("name", null, before.name, after.name),
    ...different("segment", null, before.segment, after.segment),
    ...different("exit_replied", null, before.exits.repliedWithinDays, after.exits.repliedWithinDays),
    ...different("exit_promise", null, before.exits.activePromise, after.exits.activePromise),
    ...different("exit_small_balance", null, before.exits.smallBalance, after.exits.smallBalance),
    ...before.steps
      .filter(({ id }) => !kept.has(id))
      .map((step): CadenceChange => ({ what: "step_removed", step: step.id, from: step.offsetDays, to: null })),
    ...after.steps.flatMap((step) => {
      const known = earlier.get(step.id);
      if (!known) return [{ what: "step_added" as const, step: step.id, from: null, to: step.offsetDays }];
      return STEP_FIELDS.flatMap(([what, field]) => different(what, step.id, known[field], step[field]));
    }),
  ];
}

function different(what: ChangeKind, step: string | null, from: unknown, to: unknown): CadenceChange[] {
  return JSON.stringify(from ?? null) === JSON.stringify(to ?? null) ? [] : [{ what, step, from: from ?? null, to: to ?? null }];
}

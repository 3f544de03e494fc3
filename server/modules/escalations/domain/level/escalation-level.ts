import type { ClockKind } from "../clock/clock-plan.js";

/** Who is told or given the case. */
export type Told =
  | { readonly kind: "owner" }
  | { readonly kind: "agent"; readonly user: string }
  | { readonly kind: "team"; readonly team: string }
  | { readonly kind: "supervisor" | "compliance" };

export const LEVEL_ACTIONS = ["assign", "team", "priority", "label", "note", "mail", "panel"] as const;
export type LevelAction = (typeof LEVEL_ACTIONS)[number];

export interface EscalationLevel {
  /** Stays the same over versions: part of the unique key. */
  readonly id: string;
  readonly clock: ClockKind;
  /** Minutes of running time from the breach: below 0 before it, 0 at it, above 0 after it. */
  readonly minutes: number;
  readonly told: Told;
  readonly actions: readonly LevelAction[];
}

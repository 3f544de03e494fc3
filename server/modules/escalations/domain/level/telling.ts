import type { Instant } from "../../../../shared/instant.js";
import { nextOpening, type WorkingCalendar } from "../calendar/working-calendar.js";
import type { Told } from "./escalation-level.js";

/** What the people at the desk are doing about the case. */
export interface DeskActivity {
  /** Until when somebody counts as writing; null: nobody is. */
  readonly typingUntil: Instant | null;
  /** The last time a person did anything about it: wrote, noted, claimed, handed over. */
  readonly actedAt: Instant | null;
  /** The later of the debtor's last message and the level before this one. */
  readonly anchor: Instant;
}

export type Telling =
  | { readonly kind: "now" }
  /** Asked again then. */
  | { readonly kind: "later"; readonly at: Instant; readonly because: "typing" | "closed" }
  /** Never told; the level counts as fired, and the miss stays a miss. */
  | { readonly kind: "muted" };

/**
 * Whether a level that has fallen due is told. Only the telling waits: a level that assigns or labels does so at once.
 * @param hours of whoever is told; null: at any time
 */
export function tellingOf(activity: DeskActivity, hours: WorkingCalendar | null, now: Instant): Telling {
  const { typingUntil, actedAt, anchor } = activity;
  if (typingUntil !== null && typingUntil > now) return { kind: "later", at: typingUntil, because: "typing" };
  if (actedAt !== null && actedAt > anchor) return { kind: "muted" };
  // Whose hours never come is told at night rather than never.
  const at = hours === null ? now : (nextOpening(hours, now) ?? now);
  return at > now ? { kind: "later", at, because: "closed" } : { kind: "now" };
}

export interface Tell {
  /** `levelKey` */
  readonly key: string;
  readonly caseId: string;
  readonly told: Told;
  readonly dueAt: Instant;
}

/** One message to one reader about all that fell together. */
export interface FoldedNotice {
  readonly told: Told;
  /** The cases that are named, longest due first, each once. */
  readonly named: readonly string[];
  /** How many more there are. */
  readonly more: number;
  /** Every level it tells of, also those of cases that are not named: each is marked as told. */
  readonly keys: readonly string[];
}

const MOST_NAMED = 20;

/** @param tells of one sweep; a key that comes twice is one */
export function folded(tells: readonly Tell[]): readonly FoldedNotice[] {
  const inTurn = tells.toSorted((a, b) => a.dueAt - b.dueAt);
  return [...Map.groupBy(inTurn, ({ told }) => JSON.stringify(told)).values()].map((all) => {
    const cases = [...new Set(all.map(({ caseId }) => caseId))];
    return {
      told: all[0]!.told,
      named: cases.slice(0, MOST_NAMED),
      more: Math.max(0, cases.length - MOST_NAMED),
      keys: [...new Set(all.map(({ key }) => key))],
    };
  });
}

import type { CaseReason } from "../../../escalations/rules.js";
import { DAY, type Instant } from "../../../../shared/instant.js";

/**
 * What a long case waits for. `owner`: nobody has taken it; `answer`: whoever has it has not answered; `decision`: somebody who may decide, about a
 * hold that people alone end or about what was asked for; `payment`: the day of a promise; `debtor`: the debtor's answer.
 */
export const LONG_CASE_CAUSES = ["owner", "answer", "decision", "payment", "debtor"] as const;
export type LongCaseCause = (typeof LONG_CASE_CAUSES)[number];

export interface LongCaseFacts {
  readonly reason: CaseReason;
  readonly openedAt: Instant;
  /** The debtor's first message without an answer; told where there is none, too. */
  readonly waitingSince: Instant;
  readonly answeredAt: Instant | null;
  readonly owner: string | null;
  /** Since when a hold without an end has been on; null: there is none. */
  readonly heldSince: Instant | null;
  /** When an active promise was made; null: there is none. */
  readonly promisedAt: Instant | null;
}

export interface LongCaseHint {
  readonly cause: LongCaseCause;
  /** Since when it has waited for that. */
  readonly since: Instant;
}

/** Reasons that end with a word of somebody who may give it: instalments, less money, later, or whether it is owed at all. */
const TO_DECIDE: ReadonlySet<CaseReason> = new Set<CaseReason>([
  "deceased",
  "adviser",
  "court",
  "regulator",
  "illness",
  "hardship",
  "complaint",
  "dispute",
  "broken_promises",
  "payment_plan",
  "promise_in_words",
  "more_time",
]);

/** Days of a case that takes no decision, and of one that does: the upper ends of what field guides give. */
const LONG_AFTER = { plain: 7 * DAY, decided: 15 * DAY } as const;

/** When a case of this reason is called long. */
export function longAfter(reason: CaseReason): number {
  return TO_DECIDE.has(reason) ? LONG_AFTER.decided : LONG_AFTER.plain;
}

/** From then on some case may be long. */
export const SHORTEST_LONG = LONG_AFTER.plain;

/** What an open case waits for: first what is the desk's own doing, then what only somebody else can do. */
export function longCaseHint({ reason, openedAt, waitingSince, answeredAt, owner, heldSince, promisedAt }: LongCaseFacts): LongCaseHint {
  if (answeredAt === null) return { cause: owner === null ? "owner" : "answer", since: Math.max(openedAt, waitingSince) };
  if (promisedAt !== null) return { cause: "payment", since: promisedAt };
  if (heldSince !== null) return { cause: "decision", since: Math.max(openedAt, heldSince) };
  return { cause: TO_DECIDE.has(reason) ? "decision" : "debtor", since: answeredAt };
}

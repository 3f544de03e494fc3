import { MINUTE, SECOND, type Instant } from "../../../shared/instant.js";

/** What one POST proved. */
export type Outcome =
  | { readonly kind: "accepted" }
  | { readonly kind: "not_created"; readonly reason: "unreachable" | "unauthorised" | "missing" | "throttled" | "not_sent" }
  | { readonly kind: "unknown"; readonly reason: string };

export type AfterOutcome =
  | { readonly state: "accepted" }
  /** Proven not created: the same ref may be tried again, under a new claim and the whole policy. */
  | { readonly state: "planned"; readonly retryAt: Instant; readonly reason: string }
  | { readonly state: "parked"; readonly reason: string }
  | { readonly state: "unknown"; readonly settleAt: Instant; readonly reason: string };

/** Claims after which a message is left to a person, where the fault may be its own: no token or conversation that is ever taken. */
export const MAX_ATTEMPTS = 3;
/** Nothing reached the helpdesk, or it took nothing from anybody: that passes, and until its days are over the step may still go. */
const PASSES: ReadonlySet<string> = new Set(["not_sent", "unreachable", "throttled"]);

/**
 * The next state after a POST. Pure; `settleMs` is how long the helpdesk may still be working on a request we gave up on
 * (our timeout + proxy queue + service timeout + listing lag + skew), counted from the intent.
 */
export function afterOutcome(
  outcome: Outcome,
  facts: { attemptNo: number; intentAt: Instant; now: Instant; settleMs: number; reply?: boolean },
): AfterOutcome {
  if (outcome.kind === "accepted") return { state: "accepted" };
  if (outcome.kind === "unknown") {
    return { state: "unknown", settleAt: Math.max(facts.intentAt, facts.now) + facts.settleMs, reason: outcome.reason };
  }
  // An answer belongs into the very conversation; a step may go into another one of the debtor's.
  if (outcome.reason === "missing" && facts.reply) return { state: "parked", reason: "conversation_gone" };
  if (facts.attemptNo >= MAX_ATTEMPTS && !PASSES.has(outcome.reason)) return { state: "parked", reason: outcome.reason };
  const wait = outcome.reason === "not_sent" ? SECOND : Math.min(10 * MINUTE, 15 * SECOND * 2 ** facts.attemptNo);
  return { state: "planned", retryAt: facts.now + wait, reason: outcome.reason };
}

/** After the message was not found once more: it is looked for again, or it is proven absent. */
export function afterAbsence(
  times: number,
  now: Instant,
  secondLookMs: number,
): { readonly state: "unknown"; readonly settleAt: Instant } | { readonly state: "unsent" } {
  return times < 2 ? { state: "unknown", settleAt: now + secondLookMs } : { state: "unsent" };
}

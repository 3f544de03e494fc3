import type { Instant } from "../../../../shared/instant.js";
import type { ClockPlan } from "./clock-plan.js";
import type { PauseReason } from "./pause-reason.js";

/** Who a message to the debtor came from. Only `person` with a public message has answered anybody. */
export type Author = "person" | "bot" | "note" | "template" | "reminder" | "survey";

/**
 * What happens to a case and moves its clocks. Pure data, in any order: `at` says when it happened, and of two at one instant the earlier in the
 * list. Nothing after `now` is read.
 *
 * Deliberately without effect: `snoozed` hides a case from the list and from nobody's duty; `transferred` between inboxes is the same wait (the policy is asked
 * again and comes as `planned`); `host_restored` puts the helpdesk back to an older state, and what was on the record stays what happened.
 */
export type CaseEvent = { readonly at: Instant } & (
  | { readonly kind: "opened" }
  | { readonly kind: "debtor_wrote" }
  | { readonly kind: "wrote"; readonly author: Author }
  | { readonly kind: "assigned"; readonly owner: string | null }
  /** `until`: the pause ends by itself; null: when somebody ends it. Waiting for the debtor also ends when the debtor writes. */
  | { readonly kind: "paused"; readonly reason: PauseReason; readonly until: Instant | null }
  | { readonly kind: "unpaused"; readonly reason: PauseReason }
  | { readonly kind: "resolved" }
  | { readonly kind: "reopened" }
  /** The policy and calendar that hold from here on; the first stands at the opening. */
  | { readonly kind: "planned"; readonly plan: ClockPlan }
  /** Another case was merged into this one; its debtor has waited since then, null where nobody waits. */
  | { readonly kind: "absorbed"; readonly waitingSince: Instant | null }
  /** This case was merged into another, or deleted in the helpdesk: whatever ran is called off. */
  | { readonly kind: "merged" | "deleted" }
  | { readonly kind: "snoozed" | "transferred" | "host_restored" }
);

export function inTime(events: readonly CaseEvent[], now: Instant): readonly CaseEvent[] {
  return events.filter(({ at }) => at <= now).toSorted((a, b) => a.at - b.at);
}

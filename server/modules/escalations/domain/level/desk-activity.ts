import type { Instant } from "../../../../shared/instant.js";
import type { CaseEvent } from "../clock/case-event.js";
import type { DeskActivity } from "./telling.js";

/**
 * What people did about a case: they wrote to the debtor or to each other. Who is given a case has not done anything yet.
 * @param before instants at which earlier levels of the same clock were reached
 */
export function activityOf(events: readonly CaseEvent[], before: readonly Instant[]): DeskActivity {
  const acted = events.flatMap((event) => {
    const isAct =
      event.kind === "wrote" ? event.author === "person" || event.author === "note" : event.kind === "paused" || event.kind === "unpaused";
    return isAct ? [event.at] : [];
  });
  const asked = events.flatMap(({ kind, at }) => (kind === "opened" || kind === "debtor_wrote" || kind === "reopened" ? [at] : []));
  return {
    typingUntil: null,
    actedAt: acted.length === 0 ? null : Math.max(...acted),
    anchor: Math.max(Number.MIN_SAFE_INTEGER, ...asked, ...before),
  };
}

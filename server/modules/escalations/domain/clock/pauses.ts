import type { Instant } from "../../../../shared/instant.js";
import type { Interval } from "../../../../shared/zone.js";
import type { CaseEvent } from "./case-event.js";
import { PAUSE_REASONS, type PauseReason } from "./pause-reason.js";
import { cutOut, inOrder, type Intervals } from "./intervals.js";

export type Pauses = Readonly<Record<PauseReason, Intervals>>;

/** Every pause of a case; one that nobody has ended has no end. @param events in time */
export function pausesOf(events: readonly CaseEvent[]): Pauses {
  const found: Record<PauseReason, Interval[]> = { debtor: [], accounting: [], hold: [] };
  const endOne = (reason: PauseReason, at: Instant) => {
    found[reason] = found[reason].map(({ start, end }) => ({ start, end: Math.min(end, Math.max(at, start)) }));
  };
  for (const event of events) {
    if (event.kind === "paused") {
      // A second pause for the same reason says anew when it ends.
      endOne(event.reason, event.at);
      found[event.reason].push({ start: event.at, end: event.until ?? Number.POSITIVE_INFINITY });
    } else if (event.kind === "unpaused") endOne(event.reason, event.at);
    else if (event.kind === "debtor_wrote") endOne("debtor", event.at);
  }
  return { debtor: inOrder(found.debtor), accounting: inOrder(found.accounting), hold: inOrder(found.hold) };
}

/** Those that stop a clock, each moment once: where two reasons hold at once, it is the first's. */
export function pausesBy(pauses: Pauses, reasons: readonly PauseReason[]): readonly { reason: PauseReason; during: Intervals }[] {
  let taken: Intervals = [];
  return PAUSE_REASONS.filter((reason) => reasons.includes(reason)).map((reason) => {
    const during = cutOut(pauses[reason], taken);
    taken = inOrder([...taken, ...pauses[reason]]);
    return { reason, during };
  });
}

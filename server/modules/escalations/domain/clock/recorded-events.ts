import type { Author, CaseEvent } from "./case-event.js";
import type { ClockPlan } from "./clock-plan.js";
import { PAUSE_REASONS, type PauseReason } from "./pause-reason.js";

/** An event as it is kept. */
export interface RecordedEvent {
  readonly kind: CaseEvent["kind"];
  readonly at: number;
  readonly value: string | null;
  readonly untilAt: number | null;
}

const AUTHORS: readonly Author[] = ["person", "bot", "note", "template", "reminder", "survey"];

/** @param plan of an event that pins one */
export function eventOf({ kind, at, value, untilAt }: RecordedEvent, plan: ClockPlan | null): CaseEvent | null {
  switch (kind) {
    case "wrote":
      return { kind, at, author: AUTHORS.find((author) => author === value) ?? "bot" };
    case "assigned":
      return { kind, at, owner: value };
    case "paused":
      return { kind, at, reason: reasonOf(value), until: untilAt };
    case "unpaused":
      return { kind, at, reason: reasonOf(value) };
    case "planned":
      return plan && { kind, at, plan };
    case "absorbed":
      return { kind, at, waitingSince: untilAt };
    default:
      return { kind, at };
  }
}

function reasonOf(value: string | null): PauseReason {
  return PAUSE_REASONS.find((reason) => reason === value) ?? "hold";
}

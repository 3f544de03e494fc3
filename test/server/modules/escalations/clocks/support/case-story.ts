import type { WorkingCalendar } from "../../../../../../server/modules/escalations/domain/calendar/working-calendar.js";
import { ALWAYS_OPEN } from "../../../../../../server/modules/escalations/domain/calendar/calendar-version.js";
import type { CaseEvent } from "../../../../../../server/modules/escalations/domain/clock/case-event.js";
import type { PauseReason } from "../../../../../../server/modules/escalations/domain/clock/pause-reason.js";
import {
  CLOCK_KINDS,
  type ClockKind,
  type ClockPlan,
  type Reopening,
} from "../../../../../../server/modules/escalations/domain/clock/clock-plan.js";
import { type ClockReading, readClocks } from "../../../../../../server/modules/escalations/domain/clock/read-clock.js";
import type { EscalationLevel } from "../../../../../../server/modules/escalations/domain/level/escalation-level.js";

export const MINUTES = 60_000;
export const HOURS = 3_600_000;

/** `2026-11-30 09:00` on a wall that is five hours behind UTC, as Bogotá's is. Monday 30 November 2026 is an ordinary day. */
export function bogota(text: string): number {
  return Date.parse(`${text.replace(" ", "T")}:00-05:00`);
}

export function planFor(
  minutes: number,
  {
    calendar = ALWAYS_OPEN,
    pausedBy = ["debtor", "accounting", "hold"],
    reopening = "nothing",
    name = "test@1",
  }: { calendar?: WorkingCalendar; pausedBy?: readonly PauseReason[]; reopening?: Reopening; name?: string } = {},
): ClockPlan {
  const target = { within: minutes * MINUTES, calendar, pausedBy };
  return { name, reopening, targets: Object.fromEntries(CLOCK_KINDS.map((clock) => [clock, target])) };
}

export function openedAt(text: string, plan: ClockPlan): CaseEvent[] {
  const at = bogota(text);
  return [
    { at, kind: "planned", plan },
    { at, kind: "opened" },
  ];
}

/** The last cycle of a clock. */
export function readAt(events: readonly CaseEvent[], clock: ClockKind, text: string): ClockReading {
  return readClocks(events, bogota(text)).findLast((reading) => reading.clock === clock)!;
}

export function levelOf(id: string, clock: ClockKind, minutes: number): EscalationLevel {
  return { id, clock, minutes, told: { kind: "supervisor" }, actions: ["panel"] };
}

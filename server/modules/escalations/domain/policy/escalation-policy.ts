import type { Channel } from "../../../../shared/channel.js";
import type { Locale } from "../../../../shared/locale.js";
import type { StageId } from "../../../../shared/stage.js";
import type { WorkingCalendar } from "../calendar/working-calendar.js";
import { ALWAYS_OPEN } from "../calendar/calendar-version.js";
import type { CaseReason } from "../case-reason.js";
import type { PauseReason } from "../clock/pause-reason.js";
import { CLOCK_KINDS, type ClockKind, type ClockPlan, type ClockTarget, type Reopening } from "../clock/clock-plan.js";
import type { EscalationLevel } from "../level/escalation-level.js";

/** What a case is asked about. */
export interface CaseFacts {
  readonly reason: CaseReason;
  readonly stage: StageId | null;
  /** Minor units at risk, in `currency`; null where no debt is known. */
  readonly amount: bigint | null;
  readonly currency: string | null;
  readonly segments: readonly string[];
  readonly debtorKind: "person" | "company";
  readonly channel: Channel;
  readonly language: Locale;
}

/** All that is named must hold; of a list, one. What is not named holds for every case; what a case does not know never holds. */
export interface PolicyMatch {
  readonly reasons?: readonly CaseReason[];
  readonly stages?: readonly StageId[];
  /** At least so much; amounts of another currency never hold. */
  readonly atLeast?: { readonly amount: bigint; readonly currency: string };
  readonly currencies?: readonly string[];
  readonly segments?: readonly string[];
  readonly debtorKind?: "person" | "company";
  readonly channels?: readonly Channel[];
  readonly languages?: readonly Locale[];
}

export interface PolicyTarget {
  readonly minutes: number;
  /** `desk`: the policy's calendar; `always`: every hour of the clock. */
  readonly hours: "desk" | "always";
  readonly pausedBy: readonly PauseReason[];
}

/** One entry of a policy version. The first that matches from the top is a case's. */
export interface PolicyEntry {
  readonly name: string;
  readonly match: PolicyMatch;
  readonly targets: Readonly<Partial<Record<ClockKind, PolicyTarget>>>;
  readonly reopening: Reopening;
  readonly levels: readonly EscalationLevel[];
}

/** A published version; never changed again. */
export interface PolicyVersion {
  readonly id: string;
  readonly version: number;
  /** Id of the calendar for what counts in desk hours; null where everything counts always. */
  readonly calendar: string | null;
  readonly entries: readonly PolicyEntry[];
}

/** What the clocks of a case need of an entry. @param desk null only where no target counts in desk hours */
export function planOf(version: PolicyVersion, entry: PolicyEntry, desk: WorkingCalendar | null): ClockPlan {
  const targets: Partial<Record<ClockKind, ClockTarget>> = {};
  for (const clock of CLOCK_KINDS) {
    const target = entry.targets[clock];
    const calendar = target?.hours === "desk" ? desk : ALWAYS_OPEN;
    if (target && calendar) targets[clock] = { within: target.minutes * 60_000, calendar, pausedBy: target.pausedBy };
  }
  return { name: `${version.id}@${version.version}/${entry.name}`, targets, reopening: entry.reopening };
}

import { Injectable } from "@nestjs/common";
import { Clock } from "../../../platform/clock/clock.js";
import type { Instant } from "../../../shared/instant.js";
import { isOpenAt } from "../domain/calendar/working-calendar.js";
import type { ClockKind } from "../domain/clock/clock-plan.js";
import type { ClockState } from "../domain/clock/read-clock.js";
import { elapsedIn } from "../domain/clock/wake-up.js";
import type { CaseClockRecord } from "../escalations.tables.js";
import { CaseClocksStore } from "./case-clocks.store.js";
import { ClockPlans, pinKey, type PinnedPlan } from "./clock-plans.service.js";
import type { PlanPin } from "./case-events.store.js";

/** A clock that goes on, as a list shows it. */
export interface CaseClock {
  readonly clock: ClockKind;
  readonly cycle: number;
  readonly state: ClockState;
  /** Null while a pause without an end holds. */
  readonly dueAt: Instant | null;
  /** Milliseconds. */
  readonly elapsed: number;
  readonly target: number;
  readonly isOverdue: boolean;
}

/** What expires next of each case, from the rows alone: one statement for a page of a list. */
@Injectable()
export class CaseClocks {
  constructor(
    private readonly clock: Clock,
    private readonly store: CaseClocksStore,
    private readonly plans: ClockPlans,
  ) {}

  /** By row id of the case; those of which no clock goes on are absent. */
  async next(accountId: number, caseIds: readonly number[], now: Instant = this.clock.now()): Promise<ReadonlyMap<number, CaseClock>> {
    const rows = await this.store.running(accountId, caseIds);
    const firsts = [...Map.groupBy(rows, ({ case_id }) => case_id)].map(([caseId, clocks]) => {
      // Nulls come first in both databases.
      return [caseId, clocks.find(({ due_at }) => due_at !== null) ?? clocks[0]!] as const;
    });
    const plans = await this.plans.of(
      accountId,
      firsts.map(([, row]) => pinOfRow(row)),
    );
    return new Map(firsts.map(([caseId, row]) => [caseId, shown(row, plans.get(pinKey(pinOfRow(row)))!, now)]));
  }
}

function shown(row: CaseClockRecord, plan: PinnedPlan, now: Instant): CaseClock {
  const timeline = row.calendar === null ? null : plan.timeline;
  const standing = { left: row.left_ms, mark: row.mark, standsUntil: row.stands_until };
  const elapsed = elapsedIn(standing, row.target_ms, timeline, now);
  const paused = row.mark === null || (row.stands_until !== null && row.stands_until > now);
  const closed = row.calendar !== null && plan.calendar !== null && !isOpenAt(plan.calendar, now);
  const state: ClockState = paused ? "paused" : closed ? "closed" : "running";
  return {
    clock: row.clock,
    cycle: row.cycle,
    state,
    dueAt: row.due_at,
    elapsed,
    target: row.target_ms,
    isOverdue: elapsed >= row.target_ms,
  };
}

function pinOfRow(row: CaseClockRecord): PlanPin {
  return { policyVersion: row.policy_version, entry: row.entry, calendar: row.calendar, calendarVersion: row.calendar_version };
}

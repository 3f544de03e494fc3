import { defineEntity, p } from "@mikro-orm/core";
import type { ClockKind } from "../domain/clock/clock-plan.js";
import type { ClockState } from "../domain/clock/read-clock.js";

/**
 * One cycle of one clock: when somebody has to look at it, and what lists order by. What it says is computed from the events; the row may be
 * made anew from them at any time.
 */
export const CaseClockRow = defineEntity({
  name: "CaseClockRow",
  tableName: "case_clock",
  properties: {
    accountId: p.bigint("number").primary(),
    caseId: p.bigint("number").primary(),
    clock: p.string().$type<ClockKind>().length(20).primary(),
    cycle: p.integer().primary(),
    /** Closed hours are the calendar's: a clock that stands still because of them is `running` here. */
    state: p.string().$type<Exclude<ClockState, "closed">>().length(12),
    startedAt: p.bigint("number"),
    endedAt: p.bigint("number").nullable(),
    /** Null while a pause without an end holds. */
    dueAt: p.bigint("number").nullable(),
    missedAt: p.bigint("number").nullable(),
    /** Milliseconds. */
    targetMs: p.bigint("number"),
    /** Of the target, for good where it does not count; below 0 beyond it. Of one that counts it says what was left when it was last looked at. */
    leftMs: p.bigint("number"),
    /** Open time of the calendar, counted from its version's beginning, at which the target is used up; null where it does not count. */
    mark: p.bigint("number").nullable(),
    /** Until when a pause holds that ends by itself. */
    standsUntil: p.bigint("number").nullable(),
    policyVersion: p.integer(),
    entry: p.string().length(40),
    /** Null: every hour counts. */
    calendar: p.string().length(32).nullable(),
    calendarVersion: p.integer().nullable(),
    /** Milliseconds from the target to the next level that was not reached; null where none is. */
    levelMs: p.bigint("number").nullable(),
    /** When there is something to do: a level, or somebody to be told of one. */
    wakeAt: p.bigint("number").nullable(),
  },
  indexes: [
    { name: "case_clock_wake", properties: ["accountId", "wakeAt"] },
    { name: "case_clock_due", properties: ["accountId", "endedAt", "dueAt"] },
    { name: "case_clock_calendar", properties: ["accountId", "calendar", "endedAt"] },
  ],
});

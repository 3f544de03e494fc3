import { Injectable } from "@nestjs/common";
import { Clock } from "../../../platform/clock/clock.js";
import type { Instant } from "../../../shared/instant.js";
import { Database } from "../../../platform/database/database.js";
import { JobQueue } from "../../../platform/queue/job-queue.js";
import { ALWAYS_OPEN } from "../domain/calendar/calendar-version.js";
import { nextLevelOf, standingOf } from "../domain/clock/wake-up.js";
import type { CaseClockRecord, LevelMarkRecord } from "../escalations.tables.js";
import { CaseClocksStore } from "./case-clocks.store.js";
import { CaseReadings, type ReadCase, type ReadClock } from "./case-readings.reader.js";
import { LevelMarksStore } from "./level-marks.store.js";

/** Keeps the rows of clocks as their cases' events say: after each event, and after each level. */
@Injectable()
export class ClockKeeping {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly queue: JobQueue,
    private readonly readings: CaseReadings,
    private readonly clocks: CaseClocksStore,
    private readonly marks: LevelMarksStore,
  ) {}

  /** In the caller's unit of work. */
  async keep(accountId: number, caseIds: readonly number[]): Promise<void> {
    const now = this.clock.now();
    // Whoever reaches a level meanwhile is waited for: what he wrote is read below.
    await this.clocks.hold(accountId, caseIds);
    const cases = await this.readings.of(accountId, caseIds, now);
    const marks = await this.marks.of(accountId, caseIds);
    const rows = [...cases.values()].flatMap((one) => clockRows(one, marks.get(one.caseId) ?? []));
    await this.clocks.keep(accountId, rows);
    const ended = [...cases.values()].flatMap((one) => tellingOfEnded(one, marks.get(one.caseId) ?? []));
    await this.marks.telling(accountId, ended, { telling: "muted", tellAt: null, toldAt: null });
    // The lane sleeps until what it knew of.
    if (rows.some(({ wake_at: at }) => at !== null)) this.db.afterCommit(() => this.queue.wake("clocks"));
  }
}

export function clockRows({ caseId, clocks }: ReadCase, marks: readonly LevelMarkRecord[]): Omit<CaseClockRecord, "account_id">[] {
  return clocks.map((clock) => clockRow(caseId, clock, marks));
}

function clockRow(
  caseId: number,
  { run, reading, plan }: ReadClock,
  marks: readonly LevelMarkRecord[],
): Omit<CaseClockRecord, "account_id"> {
  const own = marks.filter(({ clock, cycle }) => clock === reading.clock && cycle === reading.cycle);
  const counts = reading.calendar !== ALWAYS_OPEN.name;
  const { left, mark, standsUntil } = standingOf(run, reading, counts ? plan.timeline : null);
  const next = nextLevelOf(run, reading, plan.entry.levels, new Set(own.map(({ level }) => level)));
  return {
    case_id: caseId,
    clock: reading.clock,
    cycle: reading.cycle,
    state: reading.state === "closed" ? "running" : reading.state,
    started_at: reading.startedAt,
    ended_at: reading.endedAt,
    due_at: reading.due,
    missed_at: reading.missedAt,
    target_ms: reading.target,
    left_ms: left,
    mark,
    stands_until: standsUntil,
    policy_version: plan.pin.policyVersion,
    entry: plan.pin.entry,
    calendar: counts ? plan.pin.calendar : null,
    calendar_version: counts ? plan.pin.calendarVersion : null,
    level_ms: next?.offset ?? null,
    wake_at: reading.endedAt === null ? firstOf(next?.at ?? null, ...own.map(({ tell_at: at }) => at)) : null,
  };
}

function firstOf(...instants: readonly (Instant | null)[]): Instant | null {
  const known = instants.filter((at) => at !== null);
  return known.length === 0 ? null : Math.min(...known);
}

/** What somebody should have been told of a clock that has ended: nobody needs to know any more. */
function tellingOfEnded({ clocks }: ReadCase, marks: readonly LevelMarkRecord[]): string[] {
  const ended = new Set(clocks.filter(({ reading }) => reading.endedAt !== null).map(({ reading }) => `${reading.clock}/${reading.cycle}`));
  return marks
    .filter(({ clock, cycle, telling }) => telling === "waits" && ended.has(`${clock}/${cycle}`))
    .map(({ public_id: publicId }) => publicId);
}

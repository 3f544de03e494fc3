import { Injectable } from "@nestjs/common";
import type { Instant } from "../../../shared/instant.js";
import type { CaseEvent } from "../domain/clock/case-event.js";
import { type ClockRun, runsOf } from "../domain/clock/counted-time.js";
import { type ClockReading, readRun } from "../domain/clock/read-clock.js";
import { eventOf } from "../domain/clock/recorded-events.js";
import type { CaseEventRecord } from "../escalations.tables.js";
import { CaseEventsStore, type PlanPin } from "./case-events.store.js";
import { ClockPlans, pinKey, type PinnedPlan } from "./clock-plans.service.js";

export interface ReadClock {
  readonly run: ClockRun;
  readonly reading: ClockReading;
  /** The versions it goes by, at its end or now. */
  readonly plan: PinnedPlan;
}

export interface ReadCase {
  readonly caseId: number;
  readonly events: readonly CaseEvent[];
  /** The versions it is pinned to now. */
  readonly plan: PinnedPlan;
  readonly clocks: readonly ReadClock[];
}

/** Clocks computed from what is on record of their cases. */
@Injectable()
export class CaseReadings {
  constructor(
    private readonly store: CaseEventsStore,
    private readonly plans: ClockPlans,
  ) {}

  /** Cases that were never planned are absent. */
  async of(accountId: number, caseIds: readonly number[], now: Instant): Promise<ReadonlyMap<number, ReadCase>> {
    const recorded = await this.store.of(accountId, caseIds);
    const pins = [...recorded.values()].flat().flatMap((row) => pinIn(row) ?? []);
    const plans = await this.plans.of(accountId, pins);
    const planIn = (row: CaseEventRecord) => {
      const pin = pinIn(row);
      return pin && plans.get(pinKey(pin))!;
    };
    const found = new Map<number, ReadCase>();
    for (const [caseId, rows] of recorded) {
      const planned = rows.flatMap((row) => {
        const plan = row.at <= now ? planIn(row) : null;
        return plan ? [{ at: row.at, plan }] : [];
      });
      const plan = planned.at(-1)?.plan;
      if (!plan) continue;
      const events = rows.flatMap(
        (row) => eventOf({ kind: row.kind, at: row.at, value: row.value, untilAt: row.until_at }, planIn(row)?.plan ?? null) ?? [],
      );
      const clocks = runsOf(events, now).flatMap((run) => {
        const reading = readRun(run);
        if (!reading) return [];
        const at = reading.endedAt ?? now;
        return [{ run, reading, plan: planned.findLast((one) => one.at <= at)?.plan ?? plan }];
      });
      found.set(caseId, { caseId, events, plan, clocks });
    }
    return found;
  }
}

function pinIn(row: CaseEventRecord): PlanPin | null {
  const { policy_version: policyVersion, entry, calendar, calendar_version: calendarVersion } = row;
  return policyVersion === null || entry === null ? null : { policyVersion, entry, calendar, calendarVersion };
}

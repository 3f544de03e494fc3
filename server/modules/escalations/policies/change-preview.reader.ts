import { Injectable } from "@nestjs/common";
import { Clock } from "../../../platform/clock/clock.js";
import { Database } from "../../../platform/database/database.js";
import { calendarOfVersion, type CalendarVersion } from "../domain/calendar/calendar-version.js";
import { OpenTimeline } from "../domain/calendar/open-timeline.js";
import { type ChangeEffect, effectOfChange, NO_EFFECT, bothEffects } from "../domain/policy/change-effect.js";
import { planOf, type PolicyVersion } from "../domain/policy/escalation-policy.js";
import { matchPolicy } from "../domain/policy/match-policy.js";
import { CASE_CLOCK, type EscalationsTables } from "../escalations.tables.js";
import { CaseFactsReader } from "../clocks/case-facts.reader.js";
import { CaseReadings } from "../clocks/case-readings.reader.js";
import { CaseRows } from "../clocks/case-rows.reader.js";
import { ClockPlans, originOf } from "../clocks/clock-plans.service.js";

const CASES = 500;
const CLOCKS = 20_000;

/** What a version would do to the clocks that go on, before anybody publishes it. Nothing is written. */
@Injectable()
export class ChangePreview {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly cases: CaseRows,
    private readonly facts: CaseFactsReader,
    private readonly readings: CaseReadings,
    private readonly plans: ClockPlans,
  ) {}

  /** Each open case is asked of the draft as if it were opened under it. */
  async ofPolicy(accountId: number, policy: PolicyVersion, calendar: CalendarVersion | null): Promise<ChangeEffect> {
    const now = this.clock.now();
    const desk = calendar && calendarOfVersion(calendar);
    let effect = NO_EFFECT;
    for await (const cases of this.cases.allOpen(accountId, CASES)) {
      const facts = await this.facts.of(accountId, cases);
      const read = await this.readings.of(
        accountId,
        cases.map(({ id }) => id),
        now,
      );
      const planned = [...read.values()].flatMap(({ caseId, events }) => {
        const entry = matchPolicy(policy, facts.get(caseId)!);
        return entry ? [{ caseId: `${caseId}`, events, plan: planOf(policy, entry, desk) }] : [];
      });
      effect = bothEffects(effect, effectOfChange(planned, now));
    }
    return effect;
  }

  /** From the rows alone: what is left of a target does not change with the hours. */
  async ofCalendar(accountId: number, draft: CalendarVersion): Promise<ChangeEffect> {
    const now = this.clock.now();
    const before = (await this.plans.timelineOf(accountId, draft.id))?.timeline;
    const after = new OpenTimeline(calendarOfVersion(draft), originOf(now));
    let effect = NO_EFFECT;
    let last = { caseId: 0, clock: "" };
    for (;;) {
      const rows = await this.page(accountId, draft.id, last);
      for (const { mark, due_at: due, stands_until: until } of rows) {
        const from = Math.max(now, until ?? now);
        const overdue = due !== null && due <= now;
        const moved = mark === null || overdue || !before ? due : after.instantOf(after.markAt(from) + mark - before.markAt(from));
        effect = bothEffects(effect, effectOn(due, moved, now));
      }
      const end = rows.at(-1);
      if (!end || rows.length < CLOCKS) return effect;
      last = { caseId: end.case_id, clock: end.clock };
    }
  }

  private page(accountId: number, calendar: string, last: { caseId: number; clock: string }) {
    return this.db
      .typed<EscalationsTables>()
      .selectFrom(CASE_CLOCK)
      .select(["case_id", "clock", "mark", "due_at", "stands_until"])
      .where("account_id", "=", accountId)
      .where("calendar", "=", calendar)
      .where("ended_at", "is", null)
      .where((is) =>
        is.or([is("case_id", ">", last.caseId), is.and([is("case_id", "=", last.caseId), is("clock", ">", last.clock as never)])]),
      )
      .orderBy("case_id")
      .orderBy("clock")
      .limit(CLOCKS)
      .execute();
  }
}

/** Of one clock that goes on. */
function effectOn(before: number | null, after: number | null, now: number): ChangeEffect {
  const by = before === null || after === null ? 0 : after - before;
  return {
    running: 1,
    moved: before === after ? 0 : 1,
    moves: [],
    sooner: by < 0 ? 1 : 0,
    later: by > 0 ? 1 : 0,
    overdueAtOnce: after !== null && after <= now && (before === null || before > now) ? 1 : 0,
    mostSooner: Math.max(0, -by),
    mostLater: Math.max(0, by),
  };
}

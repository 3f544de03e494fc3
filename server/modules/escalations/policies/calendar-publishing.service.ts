import { Injectable } from "@nestjs/common";
import type { CalendarDraft } from "../../../contract/escalations/policies.contract.js";
import { Clock } from "../../../platform/clock/clock.js";
import { Database } from "../../../platform/database/database.js";
import { type Actor, actorRef } from "../../../shared/actor.js";
import { Journal } from "../../journal/index.js";
import { calendarOfVersion, type CalendarVersion } from "../domain/calendar/calendar-version.js";
import { OpenTimeline } from "../domain/calendar/open-timeline.js";
import type { ChangeEffect } from "../domain/policy/change-effect.js";
import { escalationEvents } from "../escalations.events.js";
import { CalendarReplan } from "../clocks/calendar-replan.plan.js";
import { ClockKeeping } from "../clocks/clock-keeping.service.js";
import { ClockPlans, originOf } from "../clocks/clock-plans.service.js";
import { PlanVersionsStore } from "../clocks/plan-versions.store.js";
import { calendarOf, draftOfCalendar } from "./draft-versions.adapter.js";
import { effectFacts } from "./effect-facts.adapter.js";
import { changed } from "./policy-publishing.service.js";

/** Publishes versions of working hours: kept, journalled with what was before, and every clock that counts by them moved, in one commit. */
@Injectable()
export class CalendarPublishing {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly plans: ClockPlans,
    private readonly store: PlanVersionsStore,
    private readonly replan: CalendarReplan,
    private readonly keeping: ClockKeeping,
    private readonly journal: Journal,
  ) {}

  /**
   * @param draft without faults @param effect as it was shown
   * @throws DomainError `calendar.changed` where somebody else has published meanwhile
   */
  async publish(
    accountId: number,
    draft: CalendarDraft,
    { basedOn, reason, effect }: { basedOn: number; reason: string; effect: ChangeEffect },
    actor: Actor,
  ): Promise<void> {
    await this.db.inUnitOfWork("calendar.publish", async () => {
      const before = await this.plans.timelineOf(accountId, draft.id);
      const version = calendarOf(draft, (before?.published.version.version ?? 0) + 1);
      const at = this.clock.now();
      const isNew = await this.store.addCalendar(accountId, { version, at, by: actorRef(actor) });
      if ((before?.published.version.version ?? 0) !== basedOn || !isNew) throw changed("calendar");
      if (before) await this.move(accountId, before, version, at);
      this.journal.append(accountId, {
        type: escalationEvents.calendarPublished,
        version: 1,
        actor,
        payload: {
          calendar: draft.id,
          version: version.version,
          before: before && JSON.stringify(draftOfCalendar(before.published.version)),
          after: JSON.stringify(draftOfCalendar(version)),
          effect: effectFacts(effect),
        },
        personal: { note: reason },
      });
    });
  }

  private async move(
    accountId: number,
    { published, timeline }: NonNullable<Awaited<ReturnType<ClockPlans["timelineOf"]>>>,
    version: CalendarVersion,
    now: number,
  ): Promise<void> {
    const change = {
      calendar: version.id,
      from: { version: published.version.version, timeline },
      to: { version: version.version, timeline: new OpenTimeline(calendarOfVersion(version), originOf(now)) },
      now,
    };
    const policies = (await this.store.policies(accountId)).filter((policy) => policy.version.calendar === version.id);
    await this.replan.pin(
      accountId,
      change,
      policies.map((policy) => policy.version.version),
    );
    const apart = await this.replan.apart(accountId, change);
    await this.replan.move(accountId, change);
    // Few, and each on its own: what stands until a known instant, and of what somebody is still to be told.
    if (apart.length > 0) await this.keeping.keep(accountId, apart);
  }
}

import { Injectable } from "@nestjs/common";
import type { CalendarDraft, PolicyDraft } from "../../../contract/escalations/policies.contract.js";
import type { ResponseOf } from "../../../contract/route.js";
import type { routes } from "../../../contract/routes.js";
import { Clock } from "../../../platform/clock/clock.js";
import { Database } from "../../../platform/database/database.js";
import { invalid } from "../../../shared/errors.js";
import { toIso } from "../../../shared/instant.js";
import type { Locale } from "../../../shared/locale.js";
import { reasonText } from "../case-reason.words.js";
import { faultText } from "../clock-reading.words.js";
import { CASE_REASONS } from "../domain/case-reason.js";
import { calendarFaults, type PolicyFault, policyFaults } from "../domain/policy/policy-faults.js";
import { CASE_CLOCK, type EscalationsTables } from "../escalations.tables.js";
import { ClockPlans } from "../clocks/clock-plans.service.js";
import { PlanVersionsStore, type Published } from "../clocks/plan-versions.store.js";
import { DeskReader, knownAt } from "./desk-known.reader.js";
import { calendarOf, draftOfCalendar, draftOfPolicy, KEPT_HOLIDAYS, policyOf } from "./draft-versions.adapter.js";

type View = ResponseOf<typeof routes.escalations.policies>;

/** The policy and the working hours in force, as they are shown and typed again, and what is wrong with a draft. */
@Injectable()
export class PoliciesView {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly plans: ClockPlans,
    private readonly store: PlanVersionsStore,
    private readonly desk: DeskReader,
  ) {}

  async show(accountId: number, locale: Locale): Promise<View> {
    const { policy } = await this.plans.inForce(accountId);
    const policies = await this.store.policies(accountId);
    const calendars = await this.store.calendars(accountId);
    const newest = calendars.filter(({ version }, i) => calendars[i - 1]?.version.id !== version.id);
    const history = [
      ...policies.map((one) => ({ what: "policy" as const, id: one.version.id, ...stamp(one) })),
      ...calendars.map((one) => ({ what: "calendar" as const, id: one.version.id, ...stamp(one) })),
    ].toSorted((a, b) => b.publishedAt.localeCompare(a.publishedAt));
    const { people, teams } = await this.desk.of(accountId);
    return {
      policy: { ...stamp(policy), ...draftOfPolicy(policy.version) },
      calendars: newest.map((one) => ({ ...stamp(one), ...draftOfCalendar(one.version) })),
      history,
      running: await this.running(accountId),
      people: [...people],
      teams: [...teams],
      reasons: CASE_REASONS.map((id) => ({ id, name: reasonText(id, locale) })),
      countries: [...KEPT_HOLIDAYS],
    };
  }

  /** What keeps the draft from being published; a draft that may is empty here. @throws DomainError `host.*` */
  async policyFaults(accountId: number, draft: PolicyDraft): Promise<readonly PolicyFault[]> {
    const calendar = draft.calendar === null ? null : await this.store.calendar(accountId, draft.calendar, "newest");
    return policyFaults(policyOf(draft, 0), calendar?.version ?? null, knownAt(await this.desk.of(accountId)), this.clock.now());
  }

  calendarFaults(draft: CalendarDraft): readonly PolicyFault[] {
    return calendarFaults(calendarOf(draft, 0), this.clock.now());
  }

  private async running(accountId: number): Promise<number> {
    const { n } = await this.db
      .typed<EscalationsTables>()
      .selectFrom(CASE_CLOCK)
      .select(({ fn }) => fn.countAll<number>().as("n"))
      .where("account_id", "=", accountId)
      .where("ended_at", "is", null)
      .executeTakeFirstOrThrow();
    return n;
  }
}

export function shownFaults(faults: readonly PolicyFault[], locale: Locale) {
  return faults.map((fault) => ({ ...fault, text: faultText(fault, locale) }));
}

/** @throws DomainError `policy.faulty` with the first fault and its remedy */
export function assertSound(faults: readonly PolicyFault[], locale: Locale): void {
  const [first] = faults;
  if (!first) return;
  throw invalid("policy.faulty", "This version cannot work.", { field: first.field, remedy: faultText(first, locale) });
}

function stamp({ version, at, by }: Published<{ readonly version: number }>) {
  return { version: version.version, publishedAt: toIso(at), publishedBy: by };
}

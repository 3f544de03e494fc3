import { Injectable } from "@nestjs/common";
import { LRUCache } from "lru-cache";
import { Clock } from "../../../platform/clock/clock.js";
import { Database } from "../../../platform/database/database.js";
import type { Instant } from "../../../shared/instant.js";
import { AccountDirectory } from "../../accounts/index.js";
import { PACKS } from "../../policy/rules.js";
import { calendarOfVersion, type CalendarVersion } from "../domain/calendar/calendar-version.js";
import { OpenTimeline } from "../domain/calendar/open-timeline.js";
import type { WorkingCalendar } from "../domain/calendar/working-calendar.js";
import type { ClockPlan } from "../domain/clock/clock-plan.js";
import { DEFAULT_POLICY, defaultCalendar } from "../domain/policy/default-policy.js";
import { type CaseFacts, planOf, type PolicyEntry, type PolicyVersion } from "../domain/policy/escalation-policy.js";
import { matchPolicy } from "../domain/policy/match-policy.js";
import type { PlanPin } from "./case-events.store.js";
import { PlanVersionsStore, type Published } from "./plan-versions.store.js";

/** What a case is pinned to, with its versions read. */
export interface PinnedPlan {
  readonly pin: PlanPin;
  readonly plan: ClockPlan;
  readonly entry: PolicyEntry;
  readonly calendar: WorkingCalendar | null;
  /** Null where everything counts always. */
  readonly timeline: OpenTimeline | null;
}

export interface PlanInForce {
  readonly policy: Published<PolicyVersion>;
  readonly calendar: Published<CalendarVersion> | null;
}

const BY_SALDO = "system:escalations";

/** Versions of the account's policy and calendars. Published ones never change, so that they are read once. */
@Injectable()
export class ClockPlans {
  private readonly read = new LRUCache<string, PinnedPlan>({ max: 500 });

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly accounts: AccountDirectory,
    private readonly store: PlanVersionsStore,
  ) {}

  /** The newest versions. An account that has published none has those that ship, from the first time they are asked for. */
  async inForce(accountId: number): Promise<PlanInForce> {
    const policy = await this.store.policy(accountId, "newest");
    if (!policy) return this.db.inUnitOfWork("clocks.default", () => this.begin(accountId));
    const { calendar } = policy.version;
    return { policy, calendar: calendar === null ? null : await this.store.calendar(accountId, calendar, "newest") };
  }

  /** What a case is pinned to that is planned now. */
  async pinFor(accountId: number, facts: CaseFacts): Promise<PlanPin> {
    return pinOf(await this.inForce(accountId), facts);
  }

  /** By `pinKey`. @throws Error for a version that was never published */
  async of(accountId: number, pins: Iterable<PlanPin>): Promise<ReadonlyMap<string, PinnedPlan>> {
    const found = new Map<string, PinnedPlan>();
    for (const pin of pins) {
      const key = pinKey(pin);
      if (found.has(key)) continue;
      const cached = this.read.get(`${accountId}/${key}`);
      const plan = cached ?? (await this.load(accountId, pin));
      if (!cached) this.read.set(`${accountId}/${key}`, plan);
      found.set(key, plan);
    }
    return found;
  }

  /** The newest version of a calendar with its open time; null where there is no such calendar. */
  async timelineOf(accountId: number, id: string): Promise<{ published: Published<CalendarVersion>; timeline: OpenTimeline } | null> {
    const published = await this.store.calendar(accountId, id, "newest");
    return published && { published, timeline: new OpenTimeline(calendarOfVersion(published.version), originOf(published.at)) };
  }

  private async load(accountId: number, pin: PlanPin): Promise<PinnedPlan> {
    const policy = await this.store.policy(accountId, pin.policyVersion);
    const entry = policy?.version.entries.find(({ name }) => name === pin.entry);
    const published = pin.calendar === null ? null : await this.store.calendar(accountId, pin.calendar, pin.calendarVersion ?? "newest");
    if (!policy || !entry || (pin.calendar !== null && !published)) throw new Error(`No such plan was published: ${pinKey(pin)}`);
    const calendar = published && calendarOfVersion(published.version);
    const timeline = published && calendar && new OpenTimeline(calendar, originOf(published.at));
    return { pin, plan: planOf(policy.version, entry, calendar), entry, calendar, timeline };
  }

  private async begin(accountId: number): Promise<PlanInForce> {
    const { zone } = await this.accounts.get(accountId);
    const stamp = { at: this.clock.now(), by: BY_SALDO };
    await this.store.addCalendar(accountId, { version: shippedCalendar(zone), ...stamp });
    await this.store.addPolicy(accountId, { version: DEFAULT_POLICY, ...stamp });
    const policy = await this.store.policy(accountId, "newest");
    if (!policy) throw new Error("The policy that ships was not kept");
    return { policy, calendar: await this.store.calendar(accountId, "desk", "newest") };
  }
}

/** A version's open time is counted from the beginning of its year, so that it is the same for whoever reads it. */
export function originOf(publishedAt: Instant): Instant {
  return Date.UTC(new Date(publishedAt).getUTCFullYear(), 0, 1);
}

export function pinKey({ policyVersion, entry, calendar, calendarVersion }: PlanPin): string {
  return [policyVersion, entry, calendar, calendarVersion].join("/");
}

/** @throws Error where no entry fits, which no policy that may be published allows */
export function pinOf({ policy, calendar }: PlanInForce, facts: CaseFacts): PlanPin {
  const entry = matchPolicy(policy.version, facts);
  if (!entry) throw new Error(`No entry of policy ${policy.version.version} fits`);
  return {
    policyVersion: policy.version.version,
    entry: entry.name,
    calendar: calendar?.version.id ?? null,
    calendarVersion: calendar?.version.version ?? null,
  };
}

/** The account has no country: its zone tells which of those whose holidays are known it may be; else none are kept. */
function shippedCalendar(zone: string): CalendarVersion {
  for (const pack of PACKS) {
    const place = pack.residence.find(({ zones }) => zones.includes(zone));
    if (place) return defaultCalendar(zone, place.country, [`${pack.id}@${pack.version}`]);
  }
  return { ...defaultCalendar(zone, "", []), holidaysOf: null };
}

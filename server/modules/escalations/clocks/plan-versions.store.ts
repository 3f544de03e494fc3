import { Injectable } from "@nestjs/common";
import { Database } from "../../../platform/database/database.js";
import type { Instant } from "../../../shared/instant.js";
import type { CalendarVersion } from "../domain/calendar/calendar-version.js";
import type { PolicyVersion } from "../domain/policy/escalation-policy.js";
import { BUSINESS_CALENDAR, ESCALATION_POLICY, type EscalationsTables } from "../escalations.tables.js";

/** A version as it was published. */
export interface Published<T> {
  readonly version: T;
  readonly at: Instant;
  /** Actor reference. */
  readonly by: string;
}

/** Published versions of policies and calendars. They are only added to. */
@Injectable()
export class PlanVersionsStore {
  constructor(private readonly db: Database) {}

  /** Newest first. */
  async policies(accountId: number): Promise<Published<PolicyVersion>[]> {
    const rows = await this.policyRows(accountId).orderBy("version", "desc").execute();
    return rows.map((row) => ({ version: readPolicy(row.document), at: row.published_at, by: row.published_by }));
  }

  async policy(accountId: number, version: number | "newest"): Promise<Published<PolicyVersion> | null> {
    const rows = this.policyRows(accountId);
    const row = await (
      version === "newest" ? rows.orderBy("version", "desc").limit(1) : rows.where("version", "=", version)
    ).executeTakeFirst();
    return row ? { version: readPolicy(row.document), at: row.published_at, by: row.published_by } : null;
  }

  /** Every version of every calendar, newest first. */
  async calendars(accountId: number): Promise<Published<CalendarVersion>[]> {
    const rows = await this.calendarRows(accountId).orderBy("calendar").orderBy("version", "desc").execute();
    return rows.map((row) => ({ version: readCalendar(row.document), at: row.published_at, by: row.published_by }));
  }

  async calendar(accountId: number, id: string, version: number | "newest"): Promise<Published<CalendarVersion> | null> {
    const rows = this.calendarRows(accountId).where("calendar", "=", id);
    const row = await (
      version === "newest" ? rows.orderBy("version", "desc").limit(1) : rows.where("version", "=", version)
    ).executeTakeFirst();
    return row ? { version: readCalendar(row.document), at: row.published_at, by: row.published_by } : null;
  }

  /** @returns false when there is such a version: somebody else published it */
  async addPolicy(accountId: number, { version, at, by }: Published<PolicyVersion>): Promise<boolean> {
    const document = JSON.stringify(version, (_key, value: unknown) => (typeof value === "bigint" ? `${value}` : value));
    const row = { account_id: accountId, version: version.version, document, published_at: at, published_by: by };
    return (await this.db.insertIgnore(ESCALATION_POLICY, [row])) === 1;
  }

  /** @returns false when there is such a version: somebody else published it */
  async addCalendar(accountId: number, { version, at, by }: Published<CalendarVersion>): Promise<boolean> {
    const document = JSON.stringify(version);
    const row = { account_id: accountId, calendar: version.id, version: version.version, document, published_at: at, published_by: by };
    return (await this.db.insertIgnore(BUSINESS_CALENDAR, [row])) === 1;
  }

  private policyRows(accountId: number) {
    return this.db.typed<EscalationsTables>().selectFrom(ESCALATION_POLICY).selectAll().where("account_id", "=", accountId);
  }

  private calendarRows(accountId: number) {
    return this.db.typed<EscalationsTables>().selectFrom(BUSINESS_CALENDAR).selectAll().where("account_id", "=", accountId);
  }
}

/** Amounts are decimal text in JSON. */
function readPolicy(document: string): PolicyVersion {
  return JSON.parse(document, (key, value: unknown) =>
    key === "amount" && typeof value === "string" ? BigInt(value) : value,
  ) as PolicyVersion;
}

function readCalendar(document: string): CalendarVersion {
  return JSON.parse(document) as CalendarVersion;
}

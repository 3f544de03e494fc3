import { Injectable } from "@nestjs/common";
import { sql } from "kysely";
import { Database } from "../../../platform/database/database.js";
import type { Instant } from "../../../shared/instant.js";
import type { OpenTimeline } from "../domain/calendar/open-timeline.js";
import { CASE_CLOCK, CASE_EVENT, type EscalationsTables, LEVEL_MARK, OPEN_STRETCH } from "../escalations.tables.js";

/** A calendar's versions before and after, each on its own line of open time. */
export interface CalendarChange {
  readonly calendar: string;
  readonly from: { readonly version: number; readonly timeline: OpenTimeline };
  readonly to: { readonly version: number; readonly timeline: OpenTimeline };
  readonly now: Instant;
}

/** What is left of a clock's target does not change with the hours: all clocks of a calendar move by one amount on its line, and a table of open stretches says when. */
@Injectable()
export class CalendarReplan {
  constructor(private readonly db: Database) {}

  /** Pins the open cases of these policies to the new version. One statement. */
  async pin(accountId: number, { calendar, to, now }: CalendarChange, policyVersions: readonly number[]): Promise<void> {
    if (policyVersions.length === 0) return;
    const cases = this.db
      .typed<EscalationsTables>()
      .selectFrom(CASE_CLOCK)
      .select((is) => [
        "account_id",
        "case_id",
        is.val("planned").as("kind"),
        sql<number>`${now}`.as("at"),
        is.fn.max("policy_version").as("policy_version"),
        is.fn.max("entry").as("entry"),
        is.val(calendar).as("calendar"),
        sql<number>`${to.version}`.as("calendar_version"),
        is.val(`calendar/${calendar}@${to.version}`).as("source"),
      ])
      .where("account_id", "=", accountId)
      .where("ended_at", "is", null)
      .where("policy_version", "in", [...policyVersions])
      .groupBy(["account_id", "case_id"]);
    const columns = ["account_id", "case_id", "kind", "at", "policy_version", "entry", "calendar", "calendar_version", "source"] as const;
    await this.db
      .typed<EscalationsTables>()
      .insertInto(CASE_EVENT)
      .columns([...columns])
      .expression(cases as never)
      .execute();
  }

  /** Moves every clock that counts by the old version. Those that stand until a known instant are `apart`. */
  async move(accountId: number, change: CalendarChange): Promise<void> {
    const { calendar, from, to, now } = change;
    const passed = to.timeline.markAt(now);
    const by = passed - from.timeline.markAt(now);
    await this.stretch(accountId, change, by);
    const moved = sql<number>`${sql.ref(`${CASE_CLOCK}.mark`)} + ${by}`;
    const level = sql<number>`${sql.ref(`${CASE_CLOCK}.mark`)} + ${by} + ${sql.ref(`${CASE_CLOCK}.level_ms`)}`;
    await this.clocks(accountId, change)
      .set({
        // `mark` last: one of the two databases reads it as it was just set.
        due_at: sql`case when due_at <= ${now} then due_at else ${this.reached(accountId, calendar, to.version, moved)} end`,
        wake_at: sql`case when wake_at <= ${now} then wake_at when level_ms is null then null when ${level} <= ${passed} then ${now} else ${this.reached(accountId, calendar, to.version, level)} end`,
        calendar_version: to.version,
        mark: moved,
      })
      .where("mark", "is not", null)
      .where((is) => is.or([is("stands_until", "is", null), is("stands_until", "<=", now)]))
      .execute();
    // What stands for who knows how long has nothing to move.
    await this.clocks(accountId, change).set({ calendar_version: to.version }).where("mark", "is", null).execute();
  }

  /** Cases that are planned one by one: those with a clock that stands until a known instant, and those of whose levels somebody is still to be told. */
  async apart(accountId: number, { calendar, now }: CalendarChange): Promise<number[]> {
    const standing = await this.db
      .typed<EscalationsTables>()
      .selectFrom(CASE_CLOCK)
      .select("case_id")
      .distinct()
      .where("account_id", "=", accountId)
      .where("calendar", "=", calendar)
      .where("ended_at", "is", null)
      .where("stands_until", ">", now)
      .execute();
    const waiting = await this.db
      .typed<EscalationsTables>()
      .selectFrom(LEVEL_MARK)
      .select("case_id")
      .distinct()
      .where("account_id", "=", accountId)
      .where("tell_at", "is not", null)
      .execute();
    return [...new Set([...standing, ...waiting].map(({ case_id }) => case_id))];
  }

  /** The new version's open time from now on, as far as any clock or level may need it. */
  private async stretch(accountId: number, { calendar, from, to, now }: CalendarChange, by: number): Promise<void> {
    const furthest = await this.db
      .typed<EscalationsTables>()
      .selectFrom(CASE_CLOCK)
      .select(sql<number | null>`max(mark + case when level_ms > 0 then level_ms else 0 end)`.as("mark"))
      .where("account_id", "=", accountId)
      .where("calendar", "=", calendar)
      .where("calendar_version", "=", from.version)
      .where("ended_at", "is", null)
      .executeTakeFirstOrThrow();
    await this.db
      .typed<EscalationsTables>()
      .deleteFrom(OPEN_STRETCH)
      .where("account_id", "=", accountId)
      .where("calendar", "=", calendar)
      .execute();
    if (furthest.mark === null) return;
    const end = to.timeline.instantOf(Number(furthest.mark) + by);
    const stretches = to.timeline.until((end ?? now) + 1).filter((one) => one.end > now);
    await this.db.insert(
      OPEN_STRETCH,
      stretches.map(({ mark, start, end: closes }) => ({
        account_id: accountId,
        calendar,
        version: to.version,
        mark,
        opens_at: start,
        closes_at: closes,
      })),
    );
  }

  private reached(accountId: number, calendar: string, version: number, mark: ReturnType<typeof sql<number>>) {
    return sql<number>`(select s.opens_at + (${mark}) - s.mark from ${sql.table(OPEN_STRETCH)} s
      where s.account_id = ${accountId} and s.calendar = ${calendar} and s.version = ${version} and s.mark < ${mark}
      order by s.mark desc limit 1)`;
  }

  private clocks(accountId: number, { calendar, from }: CalendarChange) {
    return this.db
      .typed<EscalationsTables>()
      .updateTable(CASE_CLOCK)
      .where("account_id", "=", accountId)
      .where("calendar", "=", calendar)
      .where("calendar_version", "=", from.version)
      .where("ended_at", "is", null);
  }
}

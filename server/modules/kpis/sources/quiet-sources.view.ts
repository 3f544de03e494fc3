import { Injectable } from "@nestjs/common";
import type { QuietSource } from "../../../contract/kpis/quiet-source.contract.js";
import { Clock } from "../../../platform/clock/clock.js";
import { Database } from "../../../platform/database/database.js";
import { Words } from "../../../platform/words/words.js";
import type { CalendarDate } from "../../../shared/calendar.js";
import { type Instant, toIso } from "../../../shared/instant.js";
import type { Locale } from "../../../shared/locale.js";
import { AccountDirectory } from "../../accounts/index.js";
import { importsEvents } from "../../imports/index.js";
import { TypedRecords } from "../../journal/index.js";
import { isBusinessDay, PACKS } from "../../policy/rules.js";
import { FIGURE_TALLY, type KpisTables } from "../kpis.tables.js";
import type { Metric } from "../metrics/domain/metric.js";
import { accountDay, startOfDay } from "../projections/domain/account-day.js";
import type { TalliedMeasure } from "../projections/tallies/domain/day-tally.js";
import { overdueArrival, type SourceOfFigures, SOURCES, sourcesOf } from "./domain/quiet-source.js";

/** Days of arrivals that are looked at: a rhythm of a month is seen in them, and what was usual a year ago is not. */
const DAYS_SEEN = 12;
/** Files of a day beside each other are one arrival. */
const FILES_SEEN = 60;

/** What tells that a source came, by the day it was written down. */
const TOLD_BY: Readonly<Record<Exclude<SourceOfFigures, "debts_file">, readonly TalliedMeasure[]>> = {
  payments: ["cash.net"],
  statuses: ["attempts.delivered", "attempts.read", "attempts.failed"],
  answers: ["attempts.answered"],
};

/** Sources that have gone quiet, each with the figures that hang on it. */
@Injectable()
export class QuietSources {
  constructor(
    private readonly clock: Clock,
    private readonly db: Database,
    private readonly words: Words,
    private readonly accounts: AccountDirectory,
    private readonly records: TypedRecords,
  ) {}

  /** @param asOf what came later does not count; now where it is left out @param metrics of which the figures are shown */
  async of(accountId: number, metrics: readonly Metric[], lang: Locale, asOf: Instant = this.clock.now()): Promise<QuietSource[]> {
    const { zone } = await this.accounts.get(accountId);
    const today = accountDay(zone, asOf).day;
    const found: QuietSource[] = [];
    for (const source of SOURCES) {
      const figures = metrics.filter((metric) => sourcesOf(metric).includes(source)).map(({ id }) => id);
      if (figures.length === 0) continue;
      const days = await this.arrivals(accountId, zone, source, asOf);
      const expected = overdueArrival(days, today, (day) => isBusinessDay(day, [], PACKS));
      const last = days.at(-1);
      if (expected === null || last === undefined || !(await this.isAwaited(accountId, zone, source, last, asOf))) continue;
      const say = (part: string) => this.words.say("quiet_sources", `${source}.${part}`, lang) ?? source;
      found.push({ source, name: say("name"), text: say("text"), since: toIso(startOfDay(zone, last)), last, expected, figures });
    }
    return found;
  }

  private async arrivals(accountId: number, zone: string, source: SourceOfFigures, asOf: Instant): Promise<CalendarDate[]> {
    if (source !== "debts_file") return this.recordedDays(accountId, zone, TOLD_BY[source], asOf);
    const files = await this.records.newest(accountId, importsEvents.importFinished, asOf, FILES_SEEN);
    const days = files.filter(({ payload }) => payload["kind"] === "debts").map(({ recordedAt }) => accountDay(zone, recordedAt).day);
    return [...new Set(days)].toSorted((a, b) => (a < b ? -1 : 1)).slice(-DAYS_SEEN);
  }

  /** Nobody answers what nobody sent: of these only silence after sending is one. */
  private async isAwaited(accountId: number, zone: string, source: SourceOfFigures, last: CalendarDate, asOf: Instant): Promise<boolean> {
    if (source !== "statuses" && source !== "answers") return true;
    const sent = await this.recordedDays(accountId, zone, ["attempts.made"], asOf);
    return (sent.at(-1) ?? "") > last;
  }

  /** The last days on which something of these was written down, in order. */
  private async recordedDays(accountId: number, zone: string, measures: readonly TalliedMeasure[], asOf: Instant): Promise<CalendarDate[]> {
    const rows = await this.db
      .typed<KpisTables>()
      .selectFrom(FIGURE_TALLY)
      .select("recorded_from")
      .distinct()
      .where("account_id", "=", accountId)
      .where("grain", "=", "day.day")
      .where("recorded_from", "<=", asOf)
      .where("measure", "in", measures)
      .orderBy("recorded_from", "desc")
      .limit(DAYS_SEEN)
      .execute();
    return rows.map(({ recorded_from: start }) => accountDay(zone, start).day).toReversed();
  }
}

import { Injectable } from "@nestjs/common";
import type { Expression, SelectQueryBuilder } from "kysely";
import type { CalendarDate } from "../../../../shared/calendar.js";
import type { Instant } from "../../../../shared/instant.js";
import type { Currency } from "../../../../shared/money.js";
import { Database } from "../../../../platform/database/database.js";
import { FIGURE_TALLY, type KpisTables } from "../../kpis.tables.js";
import type { ReportingPeriod } from "../../metrics/domain/period.js";
import type { TALLIED_NAMES, TalliedMeasure } from "./domain/day-tally.js";
import type { StandardPeriod } from "./domain/standard-period.js";
import { type TallyCut, type TallyCuts, tallyCuts } from "./domain/tally-cuts.js";

/** A sum as a statement gives it. */
export interface TallyRow {
  readonly measure: TalliedMeasure;
  readonly currency: Currency;
  readonly total: number | string;
}

/** Holds nothing: of a period that has not begun. */
const NO_CUT: TallyCut = { grain: "day.day", from: "", before: "", recordedFrom: 0, recordedBefore: 0 };

export interface Tallied<Of extends TalliedMeasure> {
  readonly sums: readonly { readonly measure: Of; readonly currency: Currency; readonly total: number }[];
  /** What was written down from here on is not in the sums: whoever asks counts it in the rows themselves. */
  readonly since: Instant;
}

/** What adds up over the days of a period, as it was known at the last full hour before an instant. */
@Injectable()
export class FigureTallies {
  constructor(private readonly db: Database) {}

  /**
   * @param news what the rows say of these measures that was written down from `since` on, asked for in the same statement
   * @returns a measure may stand in several sums of one currency
   */
  async of<Of extends TalliedMeasure>(
    accountId: number,
    measures: readonly Of[],
    period: ReportingPeriod,
    asOf: Instant,
    news: (since: Instant) => readonly Expression<TallyRow>[] = () => [],
  ): Promise<Tallied<Of>> {
    const { cuts, since } = tallyCuts(period, asOf);
    return this.added(accountId, measures, { cuts, since }, news(since));
  }

  /** What does not add up over days, of a period that is a standard one. */
  async ofStandard<Of extends TalliedMeasure>(
    accountId: number,
    measures: readonly Of[],
    { kind, period }: { readonly kind: StandardPeriod; readonly period: ReportingPeriod },
    asOf: Instant,
  ): Promise<Tallied<Of>> {
    return this.added(accountId, measures, tallyCuts(period, asOf, kind));
  }

  /**
   * What is counted under names, of a period: by what follows the name, in which every character sorts before `~`.
   * @param news as for `of`, under the whole of their names
   */
  async named(
    accountId: number,
    name: (typeof TALLIED_NAMES)[number],
    period: ReportingPeriod,
    asOf: Instant,
    news: (since: Instant) => readonly Expression<TallyRow>[],
  ): Promise<ReadonlyMap<string, number>> {
    const { cuts, since } = tallyCuts(period, asOf);
    const parts = (cuts.length > 0 ? cuts : [NO_CUT]).map((cut) =>
      this.cut(accountId, cut).where("measure", ">=", `${name} `).where("measure", "<", `${name} ~`),
    );
    const sums = new Map<string, number>();
    for (const { measure, total } of await this.all(parts, news(since))) {
      const own = measure.slice(name.length + 1);
      sums.set(own, (sums.get(own) ?? 0) + Number(total));
    }
    return sums;
  }

  /** The same as `of`, month by month: of a period that is whole months. */
  async ofMonths<Of extends TalliedMeasure>(
    accountId: number,
    measures: readonly Of[],
    period: ReportingPeriod,
    asOf: Instant,
  ): Promise<{ readonly sums: readonly DatedSum<Of>[]; readonly since: Instant }> {
    return this.dated(accountId, measures, tallyCuts(period, asOf));
  }

  /** What debts placed in months brought, by the date that lies so many days after the first of the month. */
  async ofCurves<Of extends `cohort.brought ${string}`>(
    accountId: number,
    measures: readonly Of[],
    period: ReportingPeriod,
    asOf: Instant,
  ): Promise<{ readonly sums: readonly DatedSum<Of>[]; readonly since: Instant }> {
    return this.dated(accountId, measures, tallyCuts(period, asOf, "cohort"));
  }

  private async dated<Of extends TalliedMeasure>(accountId: number, measures: readonly Of[], { cuts, since }: TallyCuts) {
    const parts = cuts.map((cut) => this.cut(accountId, cut).where("measure", "in", measures));
    const rows = await this.all(parts.map((part) => part.select("day").groupBy("day")));
    const sums = rows.map(({ measure, currency, day, total }) => ({ measure: measure as Of, currency, day, total: Number(total) }));
    return { sums, since };
  }

  private async added<Of extends TalliedMeasure>(
    accountId: number,
    measures: readonly Of[],
    { cuts, since }: TallyCuts,
    news: readonly Expression<TallyRow>[] = [],
  ): Promise<Tallied<Of>> {
    const parts = (cuts.length > 0 ? cuts : [NO_CUT]).map((cut) => this.cut(accountId, cut).where("measure", "in", measures));
    const rows = await this.all(parts, news);
    return { sums: rows.map(({ measure, currency, total }) => ({ measure: measure as Of, currency, total: Number(total ?? 0) })), since };
  }

  /** In one statement. */
  private async all<DB, TB extends keyof DB, Row>(
    parts: readonly SelectQueryBuilder<DB, TB, Row>[],
    news: readonly Expression<Row>[] = [],
  ) {
    const [first, ...others] = parts;
    if (!first) return [];
    return [...others, ...news].reduce<typeof first>((all, other) => all.unionAll(other), first).execute();
  }

  private cut(accountId: number, { grain, from, before, recordedFrom, recordedBefore }: TallyCut) {
    return this.db
      .typed<KpisTables>()
      .selectFrom(FIGURE_TALLY)
      .select(({ fn }) => ["measure", "currency", fn.sum<number | string>("total").as("total")])
      .where("account_id", "=", accountId)
      .where("grain", "=", grain)
      .where("day", ">=", from)
      .where("day", "<", before)
      .where("recorded_from", ">=", recordedFrom)
      .where("recorded_from", "<", recordedBefore)
      .groupBy(["measure", "currency"]);
  }
}

/** A sum that counts for a day, or the month that begins with it. */
export interface DatedSum<Of extends TalliedMeasure> {
  readonly measure: Of;
  readonly currency: Currency;
  readonly day: CalendarDate;
  readonly total: number;
}

import { Injectable } from "@nestjs/common";
import type { Instant } from "../../../../shared/instant.js";
import type { Currency } from "../../../../shared/money.js";
import { Database } from "../../../../platform/database/database.js";
import { FIGURE_TALLY, type KpisTables } from "../../kpis.tables.js";
import type { ReportingPeriod } from "../../metrics/domain/period.js";
import type { TalliedMeasure } from "./domain/day-tally.js";
import type { StandardPeriod } from "./domain/standard-period.js";
import { type TallyCut, type TallyCuts, tallyCuts } from "./domain/tally-cuts.js";

export interface Tallied<Of extends TalliedMeasure> {
  readonly sums: readonly { readonly measure: Of; readonly currency: Currency; readonly total: number }[];
  /** What was written down from here on is not in the sums: whoever asks counts it in the rows themselves. */
  readonly since: Instant;
}

/** What adds up over the days of a period, as it was known at the last full hour before an instant. */
@Injectable()
export class FigureTallies {
  constructor(private readonly db: Database) {}

  /** @returns a measure may stand in several sums of one currency */
  async of<Of extends TalliedMeasure>(
    accountId: number,
    measures: readonly Of[],
    period: ReportingPeriod,
    asOf: Instant,
  ): Promise<Tallied<Of>> {
    return this.added(accountId, measures, tallyCuts(period, asOf));
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

  private async added<Of extends TalliedMeasure>(
    accountId: number,
    measures: readonly Of[],
    { cuts, since }: TallyCuts,
  ): Promise<Tallied<Of>> {
    const [first, ...others] = cuts.map((cut) => this.sums(accountId, measures, cut));
    if (!first) return { sums: [], since };
    const rows = await others.reduce<typeof first>((all, other) => all.unionAll(other), first).execute();
    return { sums: rows.map(({ measure, currency, total }) => ({ measure: measure as Of, currency, total: Number(total) })), since };
  }

  private sums(accountId: number, measures: readonly TalliedMeasure[], { grain, from, before, recordedFrom, recordedBefore }: TallyCut) {
    return this.db
      .typed<KpisTables>()
      .selectFrom(FIGURE_TALLY)
      .select(({ fn }) => ["measure", "currency", fn.sum<number | string>("total").as("total")])
      .where("account_id", "=", accountId)
      .where("grain", "=", grain)
      .where("measure", "in", measures)
      .where("day", ">=", from)
      .where("day", "<", before)
      .where("recorded_from", ">=", recordedFrom)
      .where("recorded_from", "<", recordedBefore)
      .groupBy(["measure", "currency"]);
  }
}

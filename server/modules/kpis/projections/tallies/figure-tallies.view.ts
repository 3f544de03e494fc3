import { Injectable } from "@nestjs/common";
import type { Instant } from "../../../../shared/instant.js";
import type { Currency } from "../../../../shared/money.js";
import { Database } from "../../../../platform/database/database.js";
import { FIGURE_TALLY, type KpisTables } from "../../kpis.tables.js";
import type { ReportingPeriod } from "../../metrics/domain/period.js";
import { accountDay, startOfHour } from "../domain/account-day.js";
import type { Grain, TalliedMeasure } from "./domain/day-tally.js";

export interface Tallied {
  readonly sums: readonly { readonly measure: TalliedMeasure; readonly currency: Currency; readonly total: number }[];
  /** What was written down from here on is not in the sums: whoever asks counts it in the rows themselves. */
  readonly since: Instant;
}

/** What adds up over the days of a period, as it was known at the last full hour before an instant. */
@Injectable()
export class FigureTallies {
  constructor(private readonly db: Database) {}

  async of(accountId: number, measures: readonly TalliedMeasure[], period: ReportingPeriod, asOf: Instant): Promise<Tallied> {
    const open = accountDay(period.zone, asOf);
    const since = startOfHour(open, asOf);
    const days = await this.sums(accountId, measures, period, "day").where("recorded_from", "<", open.start).execute();
    const hours =
      since === open.start
        ? []
        : await this.sums(accountId, measures, period, "hour")
            .where("recorded_from", ">=", open.start)
            .where("recorded_from", "<", since)
            .execute();
    return { sums: [...days, ...hours].map(({ measure, currency, total }) => ({ measure, currency, total: Number(total) })), since };
  }

  private sums(accountId: number, measures: readonly TalliedMeasure[], period: ReportingPeriod, grain: Grain) {
    return this.db
      .typed<KpisTables>()
      .selectFrom(FIGURE_TALLY)
      .select(({ fn }) => ["measure", "currency", fn.sum<number | string>("total").as("total")])
      .where("account_id", "=", accountId)
      .where("grain", "=", grain)
      .where("measure", "in", measures)
      .where("day", ">=", period.start)
      .where("day", "<", period.end)
      .groupBy(["measure", "currency"]);
  }
}

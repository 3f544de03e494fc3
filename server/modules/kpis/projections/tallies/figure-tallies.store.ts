import { Injectable } from "@nestjs/common";
import { Database } from "../../../../platform/database/database.js";
import { FIGURE_TALLY, type KpisTables } from "../../kpis.tables.js";
import { type DayTally, talliesAdded, type TallySum } from "./domain/day-tally.js";

const KEY = ["account_id", "grain", "measure", "day", "currency", "recorded_from"] as const;

/** Adds to what adds up: one write a batch, however many events it holds. */
@Injectable()
export class FigureTalliesStore {
  constructor(private readonly db: Database) {}

  /** In the unit of work that holds the account's cursor: nobody else adds meanwhile. @param zone by whose midnights days are cut */
  async add(accountId: number, zone: string, tallies: readonly DayTally[]): Promise<void> {
    const sums = talliesAdded(zone, tallies);
    if (sums.length === 0) return;
    const rows = sums.map(({ recordedFrom, ...sum }) => ({ account_id: accountId, ...sum, recorded_from: recordedFrom }));
    await this.db.upsert(FIGURE_TALLY, rows, KEY, [], ["total"]);
    if (!sums.every(onlyGrows)) await this.forgetNothing(accountId, sums);
  }

  /** What came to nothing again was never there: a rebuild, that takes records in other portions, would not have it. */
  private async forgetNothing(accountId: number, sums: readonly TallySum[]): Promise<void> {
    const all = <Value>(of: (sum: TallySum) => Value) => [...new Set(sums.map(of))];
    await this.db
      .typed<KpisTables>()
      .deleteFrom(FIGURE_TALLY)
      .where("account_id", "=", accountId)
      .where(
        "grain",
        "in",
        all(({ grain }) => grain),
      )
      .where(
        "recorded_from",
        "in",
        all(({ recordedFrom }) => recordedFrom),
      )
      .where("total", "=", 0)
      .execute();
  }
}

/** Attempts are never fewer than none, so that one more cannot make nothing of a sum. */
function onlyGrows({ measure, total }: TallySum): boolean {
  return total > 0 && measure.startsWith("attempts.");
}

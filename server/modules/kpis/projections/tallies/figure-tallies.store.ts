import { Injectable } from "@nestjs/common";
import { Database } from "../../../../platform/database/database.js";
import { FIGURE_TALLY, type KpisTables } from "../../kpis.tables.js";
import { keyOfTally, talliesAdded, type DayTally, type TallySum } from "./domain/day-tally.js";

/** Adds to what adds up: one read and one write a batch, however many events it holds. */
@Injectable()
export class FigureTalliesStore {
  constructor(private readonly db: Database) {}

  /** In the unit of work that holds the account's cursor: nobody else adds meanwhile. @param zone by whose midnights days are cut */
  async add(accountId: number, zone: string, tallies: readonly DayTally[]): Promise<void> {
    const added = talliesAdded(zone, tallies);
    if (added.length === 0) return;
    const standing = await this.standing(accountId, added);
    const sums = added.map((sum) => ({ ...sum, total: sum.total + (standing.get(keyOfTally(sum)) ?? 0) }));
    await this.db.upsert(
      FIGURE_TALLY,
      sums.map(({ recordedFrom, ...sum }) => ({ account_id: accountId, ...sum, recorded_from: recordedFrom })),
      ["account_id", "grain", "measure", "day", "currency", "recorded_from"],
      ["total"],
    );
    // What came to nothing again was never there: a rebuild, that takes records in other portions, would not have it.
    if (sums.some(({ total }) => total === 0)) await this.forgetNothing(accountId);
  }

  private async standing(accountId: number, sums: readonly TallySum[]): Promise<Map<string, number>> {
    const all = <Value>(of: (sum: TallySum) => Value) => [...new Set(sums.map(of))];
    const rows = await this.tables
      .selectFrom(FIGURE_TALLY)
      .select(["grain", "measure", "day", "currency", "recorded_from", "total"])
      .where("account_id", "=", accountId)
      .where("grain", "in", ["day", "hour"])
      .where(
        "recorded_from",
        "in",
        all(({ recordedFrom }) => recordedFrom),
      )
      .where(
        "day",
        "in",
        all(({ day }) => day),
      )
      .execute();
    return new Map(rows.map(({ recorded_from: recordedFrom, ...row }) => [keyOfTally({ ...row, recordedFrom }), row.total]));
  }

  private async forgetNothing(accountId: number): Promise<void> {
    await this.tables.deleteFrom(FIGURE_TALLY).where("account_id", "=", accountId).where("total", "=", 0).execute();
  }

  private get tables() {
    return this.db.typed<KpisTables>();
  }
}

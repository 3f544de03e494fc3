import { Injectable } from "@nestjs/common";
import type { CalendarDate } from "../../../../shared/calendar.js";
import { Database } from "../../../../platform/database/database.js";
import { type KpisTables, MOVE_CLOSING, PROJECTION_CURSOR } from "../../kpis.tables.js";
import { type DatedInstant, midnightOf } from "../domain/account-day.js";
import { AccountMoves } from "./account-moves.view.js";
import { keptMoves, type MovePeriod } from "./domain/move-period.js";
import { type MoveRow, moveSumOf } from "./domain/move-row.js";
import { type MoveSum, movesAdded, movesOpening } from "./domain/moves-added.js";

/**
 * How accounts had moved at an instant: as the day began, and what moved since. Of periods whose moves are not kept, and of days that are
 * not closed yet, all accounts are asked.
 */
@Injectable()
export class MovesAt {
  constructor(
    private readonly db: Database,
    private readonly moves: AccountMoves,
  ) {}

  /** @param start the midnight a period begins with, or `end` where it has not begun */
  async of(accountId: number, zone: string, start: DatedInstant, end: DatedInstant): Promise<MoveSum[]> {
    // A period that has not begun is none that is kept.
    const begun = start.at === midnightOf(zone, start.day).at;
    const kept = begun ? keptMoves(start.day, end.day, end.at === midnightOf(zone, end.day).at) : null;
    const closing = kept && (await this.closed(accountId, kept.period, kept.day));
    if (!kept || !closing) return this.moves.of(accountId, start, end);
    const midnight = midnightOf(zone, kept.day);
    const stood = kept.day === start.day ? movesOpening(closing) : closing;
    return midnight.at === end.at ? stood : movesAdded([...stood, ...(await this.moves.more(accountId, start, midnight, end))]);
  }

  /** Cursor and closing in one statement: what is taken back meanwhile is seen as a whole or not at all. @returns null where it is not closed */
  private async closed(accountId: number, period: MovePeriod, day: CalendarDate): Promise<MoveSum[] | null> {
    const rows = await this.db
      .typed<KpisTables>()
      .selectFrom(`${PROJECTION_CURSOR} as c`)
      .leftJoin(`${MOVE_CLOSING} as m`, (join) =>
        join.onRef("m.account_id", "=", "c.account_id").on("m.period", "=", period).on("m.day", "=", day),
      )
      .selectAll("m")
      .where("c.account_id", "=", accountId)
      .where("c.closed", ">=", day)
      .execute();
    if (rows.length === 0) return null;
    return rows.flatMap((row) => (row.account_id === null ? [] : [moveSumOf(row as MoveRow)]));
  }
}

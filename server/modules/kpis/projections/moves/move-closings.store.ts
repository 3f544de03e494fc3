import { Injectable } from "@nestjs/common";
import { addDays, type CalendarDate } from "../../../../shared/calendar.js";
import { Database } from "../../../../platform/database/database.js";
import { type KpisTables, MOVE_CLOSING } from "../../kpis.tables.js";
import { AccountMoves } from "./account-moves.view.js";
import { type DatedInstant, midnightOf } from "../domain/account-day.js";
import { startOfStandard } from "../tallies/domain/standard-period.js";
import { OpenedAccounts } from "./opened-accounts.view.js";
import { CALENDAR_PERIODS, firstOfThirty, type MovePeriod } from "./domain/move-period.js";
import { moveSumOf } from "./domain/move-row.js";
import { type MoveSum, movesAdded, movesOpening } from "./domain/moves-added.js";

/** Keeps how accounts had moved when each day began: made of the day before, and of the accounts that moved meanwhile. */
@Injectable()
export class MoveClosings {
  constructor(
    private readonly db: Database,
    private readonly moves: AccountMoves,
    private readonly opened: OpenedAccounts,
  ) {}

  /** In the unit of work that closes a day; the day before is closed. */
  async write(accountId: number, zone: string, day: CalendarDate): Promise<void> {
    await this.opened.write(accountId, zone, day);
    const yesterday = addDays(day, -1);
    const [then, now] = [midnightOf(zone, yesterday), midnightOf(zone, day)];
    for (const period of CALENDAR_PERIODS) {
      const start = startOfStandard(period, yesterday);
      const earlier = await this.closed(accountId, period, yesterday);
      const stood = start === yesterday ? movesOpening(earlier) : earlier;
      const moved = await this.moves.more(accountId, midnightOf(zone, start), then, now);
      await this.add(accountId, period, day, movesAdded([...stood, ...moved]));
    }
    await this.writeLastDays(accountId, zone, then, now);
  }

  /** What ends a day later begins a day later: first the end is moved, then the beginning. */
  private async writeLastDays(accountId: number, zone: string, then: DatedInstant, now: DatedInstant): Promise<void> {
    const [left, start] = [midnightOf(zone, firstOfThirty(then.day)), midnightOf(zone, firstOfThirty(now.day))];
    const stood = await this.closed(accountId, "days30", then.day);
    const moved = await this.moves.more(accountId, left, then, now);
    const begun = await this.moves.fromLater(accountId, left, start, now);
    await this.add(accountId, "days30", now.day, movesAdded([...stood, ...moved, ...begun]));
  }

  private async closed(accountId: number, period: MovePeriod, day: CalendarDate): Promise<MoveSum[]> {
    const rows = await this.db
      .typed<KpisTables>()
      .selectFrom(MOVE_CLOSING)
      .selectAll()
      .where("account_id", "=", accountId)
      .where("period", "=", period)
      .where("day", "=", day)
      .execute();
    return rows.map(moveSumOf);
  }

  private async add(accountId: number, period: MovePeriod, day: CalendarDate, moves: readonly MoveSum[]): Promise<void> {
    await this.db.insert(
      MOVE_CLOSING,
      moves.map((row) => ({
        account_id: accountId,
        period,
        day,
        currency: row.currency,
        stage_from: row.from ?? "",
        stage_to: row.to ?? "",
        ending: row.ending,
        accounts: Number(row.accounts),
        before_minor: Number(row.before),
        now_minor: Number(row.now),
        kept_minor: Number(row.kept),
        paid_minor: Number(row.paid),
        written_off_minor: Number(row.writtenOff),
      })),
    );
  }
}

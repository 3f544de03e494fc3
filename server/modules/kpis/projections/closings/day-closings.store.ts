import { Injectable } from "@nestjs/common";
import { addDays, type CalendarDate } from "../../../../shared/calendar.js";
import type { Instant } from "../../../../shared/instant.js";
import { Database } from "../../../../platform/database/database.js";
import { ACCOUNT_OPENING, DEBT_CLOSING, DEBTOR_CLOSING, type KpisTables, MOVE_CLOSING } from "../../kpis.tables.js";
import { accountDay, startOfDay } from "../domain/account-day.js";
import { duesThatMove, movedByDay, stagesAdded } from "./domain/closing-day.js";
import { type DueStanding, OpenDebts } from "./open-debts.view.js";
import { MoveClosings } from "../moves/move-closings.store.js";
import { OwingDebtorsView } from "./owing-debtors.view.js";

/** Days closed in one unit of work: together they take about as long as a batch of records. */
const DAYS_AT_ONCE = 7;

/**
 * Closes the days of an account: what stood at each midnight, so that a past instant is one day's changes away from a sum. A day is made of
 * the one before it: of what changed between both midnights, and of the debts that are in an older stage by the days alone.
 */
@Injectable()
export class DayClosings {
  constructor(
    private readonly db: Database,
    private readonly debts: OpenDebts,
    private readonly debtors: OwingDebtorsView,
    private readonly moves: MoveClosings,
  ) {}

  /**
   * Closes some of the days that have begun. Runs in the unit of work that holds the cursor, when every record there is has been taken.
   * @param closed the last day closed; null where none is
   * @returns the last day closed now; `today` or later when there is no more to do
   */
  async close(accountId: number, zone: string, closed: CalendarDate | null, today: CalendarDate): Promise<CalendarDate> {
    const first = closed === null ? await this.firstDay(accountId, zone) : addDays(closed, 1);
    if (first === null || first > today) return closed ?? today;
    let day = first;
    await this.write(accountId, zone, day);
    for (let more = DAYS_AT_ONCE - 1; more > 0 && day < today; more--) {
      day = addDays(day, 1);
      await this.write(accountId, zone, day);
    }
    return day;
  }

  /**
   * Takes back the closings that a record changes which was written down before them and came later.
   * @returns the last day that stays closed
   */
  async reopen(accountId: number, zone: string, closed: CalendarDate, from: Instant): Promise<CalendarDate> {
    if (startOfDay(zone, closed) < from) return closed;
    const { day, start } = accountDay(zone, from);
    const last = start === from ? addDays(day, -1) : day;
    for (const table of [DEBT_CLOSING, DEBTOR_CLOSING, MOVE_CLOSING, ACCOUNT_OPENING] as const) {
      await this.tables.deleteFrom(table).where("account_id", "=", accountId).where("day", ">", last).execute();
    }
    return last;
  }

  private async write(accountId: number, zone: string, day: CalendarDate): Promise<void> {
    const yesterday = addDays(day, -1);
    const before = { at: startOfDay(zone, yesterday), day: yesterday };
    const now = { at: startOfDay(zone, day), day };
    const moving = await this.debts.owedDue(accountId, now.at, duesThatMove(day));
    const stages = stagesAdded([
      ...(await this.stages(accountId, yesterday)),
      ...(await this.debts.owedMore(accountId, before.at, now.at, yesterday)),
      ...moving.flatMap((due) => movedByDay(due, day)),
    ]);
    await this.db.insert(
      DEBT_CLOSING,
      stages.map(({ currency, stage, debts, balanceMinor }) => ({
        account_id: accountId,
        day,
        currency,
        stage,
        debts,
        balance_minor: balanceMinor,
      })),
    );
    const debtors = await this.debtors.more(accountId, before, now);
    const fell = moving.filter(({ dueDate }) => dueDate === yesterday);
    await this.writeDebtors(accountId, day, debtors, fell);
    await this.moves.write(accountId, zone, day);
  }

  /** Every currency that was ever owed in keeps its row, because what fell overdue is told so far. */
  private async writeDebtors(
    accountId: number,
    day: CalendarDate,
    more: Awaited<ReturnType<OwingDebtorsView["more"]>>,
    fell: readonly DueStanding[],
  ): Promise<void> {
    const stood = await this.tables
      .selectFrom(DEBTOR_CLOSING)
      .select(["currency", "debtors", "overdue", "fell_so_far_minor"])
      .where("account_id", "=", accountId)
      .where("day", "=", addDays(day, -1))
      .execute();
    const rows = [
      ...stood,
      ...more.map((row) => ({ ...row, fell_so_far_minor: 0 })),
      ...fell.map(({ currency, balanceMinor }) => ({ currency, debtors: 0, overdue: 0, fell_so_far_minor: balanceMinor })),
    ];
    const sums = [...Map.groupBy(rows, ({ currency }) => currency)].map(([currency, own]) => {
      const sum = (column: "debtors" | "overdue" | "fell_so_far_minor") => own.reduce((total, row) => total + row[column], 0);
      const [debtors, overdue, fellSoFar] = [sum("debtors"), sum("overdue"), sum("fell_so_far_minor")];
      return { account_id: accountId, day, currency, debtors, overdue, fell_so_far_minor: fellSoFar };
    });
    await this.db.insert(
      DEBTOR_CLOSING,
      sums.filter(({ debtors, fell_so_far_minor: fellSoFar }) => debtors !== 0 || fellSoFar !== 0),
    );
  }

  private async stages(accountId: number, day: CalendarDate) {
    const rows = await this.tables
      .selectFrom(DEBT_CLOSING)
      .select(["currency", "stage", "debts", "balance_minor"])
      .where("account_id", "=", accountId)
      .where("day", "=", day)
      .execute();
    return rows.map(({ currency, stage, debts, balance_minor: balanceMinor }) => ({ currency, stage, debts, balanceMinor }));
  }

  /** The first day on which something was owed. */
  private async firstDay(accountId: number, zone: string): Promise<CalendarDate | null> {
    const first = await this.debts.first(accountId);
    return first === null ? null : accountDay(zone, first).day;
  }

  private get tables() {
    return this.db.typed<KpisTables>();
  }
}

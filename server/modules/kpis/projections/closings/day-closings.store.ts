import { Injectable } from "@nestjs/common";
import { addDays, type CalendarDate } from "../../../../shared/calendar.js";
import type { Instant } from "../../../../shared/instant.js";
import { Database } from "../../../../platform/database/database.js";
import { stageOf } from "../../../portfolio/rules.js";
import { DEBT_CLOSING, DEBTOR_CLOSING, type KpisTables } from "../../kpis.tables.js";
import { accountDay, startOfDay } from "../domain/account-day.js";
import { OpenDebts } from "./open-debts.view.js";

/** Days closed in one unit of work: of a million debts each takes about as long as a batch of records. */
const DAYS_AT_ONCE = 7;

/** Closes the days of an account: what stood at each midnight, so that a past instant is one day's changes away from a sum. */
@Injectable()
export class DayClosings {
  constructor(
    private readonly db: Database,
    private readonly debts: OpenDebts,
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
    for (const table of [DEBT_CLOSING, DEBTOR_CLOSING] as const) {
      await this.db.typed<KpisTables>().deleteFrom(table).where("account_id", "=", accountId).where("day", ">", last).execute();
    }
    return last;
  }

  /** One statement over the open debts for what is owed, one each for who owes in a currency and who owes at all. */
  private async write(accountId: number, zone: string, day: CalendarDate): Promise<void> {
    const at = startOfDay(zone, day);
    const owed = await this.debts.owedAt(accountId, at);
    if (owed.length === 0) return;
    const yesterday = addDays(day, -1);
    const stages = Map.groupBy(owed, ({ currency, dueDate }) => `${currency} ${stageOf(dueDate, day)}`);
    await this.db.insert(
      DEBT_CLOSING,
      [...stages.values()].map((due) => ({
        account_id: accountId,
        day,
        currency: due[0]!.currency,
        stage: stageOf(due[0]!.dueDate, day),
        debts: due.reduce((sum, { debts }) => sum + debts, 0),
        balance_minor: due.reduce((sum, { balanceMinor }) => sum + balanceMinor, 0),
        fell_minor: due.reduce((sum, { dueDate, balanceMinor }) => (dueDate === yesterday ? sum + balanceMinor : sum), 0),
      })),
    );
    const owing = await this.debts.owingAt(accountId, at, day);
    await this.db.insert(
      DEBTOR_CLOSING,
      owing.map((row) => ({ account_id: accountId, day, ...row })),
    );
  }

  /** The first day on which something was owed. */
  private async firstDay(accountId: number, zone: string): Promise<CalendarDate | null> {
    const first = await this.debts.first(accountId);
    return first === null ? null : accountDay(zone, first).day;
  }
}

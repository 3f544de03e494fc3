import { Injectable } from "@nestjs/common";
import { addDays, type CalendarDate } from "../../../../shared/calendar.js";
import { Database } from "../../../../platform/database/database.js";
import type { Instant } from "../../../../shared/instant.js";
import type { Currency } from "../../../../shared/money.js";
import { ACCOUNT_OPENING, DEBT_SPAN, type KpisTables, PROJECTION_CURSOR } from "../../kpis.tables.js";
import { type DatedInstant, midnightOf } from "../domain/account-day.js";
import { startOfStandard } from "../tallies/domain/standard-period.js";
import { CALENDAR_PERIODS, type CalendarPeriod, calendarPeriodOf } from "./domain/move-period.js";

export interface OpenedAccountsSum {
  readonly currency: Currency;
  readonly accounts: number;
}

/**
 * Accounts (a debtor in one currency) that opened in a period and owed nothing when it began, each once: as the day began, and what opened
 * since. Of periods that are not kept, and of days that are not closed yet, all debts are asked.
 */
@Injectable()
export class OpenedAccounts {
  constructor(private readonly db: Database) {}

  /** @param start the midnight a period begins with, or `end` where it has not begun */
  async of(accountId: number, zone: string, start: DatedInstant, end: DatedInstant): Promise<OpenedAccountsSum[]> {
    const kind = start.at === midnightOf(zone, start.day).at ? calendarPeriodOf(start.day, end.day) : null;
    const closed = kind === null ? null : await this.closed(accountId, kind, end.day);
    if (closed === null) return this.more(accountId, start.at, start.at, end.at);
    // On the first day of a period stands what had opened in the one before.
    const opened = start.day === end.day ? [] : closed;
    return added([...opened, ...(await this.more(accountId, start.at, midnightOf(zone, end.day).at, end.at))]);
  }

  /** Keeps what had opened when a day began. In the unit of work that closes it; the day before is closed. */
  async write(accountId: number, zone: string, day: CalendarDate): Promise<void> {
    const yesterday = addDays(day, -1);
    const [then, now] = [midnightOf(zone, yesterday).at, midnightOf(zone, day).at];
    for (const period of CALENDAR_PERIODS) {
      const start = startOfStandard(period, yesterday);
      const earlier = start === yesterday ? [] : await this.kept(accountId, period, yesterday);
      const opened = added([...earlier, ...(await this.more(accountId, midnightOf(zone, start).at, then, now))]);
      await this.db.insert(
        ACCOUNT_OPENING,
        opened.map((row) => ({ account_id: accountId, period, day, ...row })),
      );
    }
  }

  /** Those that opened in `(then, now]`, had nothing open at `start`, and have not opened between. */
  async more(accountId: number, start: Instant, then: Instant, now: Instant): Promise<OpenedAccountsSum[]> {
    const rows = await this.tables
      .selectFrom(`${DEBT_SPAN} as s`)
      .select(({ fn }) => ["s.currency", fn.count<number>("s.debtor_id").distinct().as("accounts")])
      .where("s.account_id", "=", accountId)
      .where("s.from_at", ">", then)
      .where("s.from_at", "<=", now)
      .where("s.status", "=", "open")
      .where((is) =>
        is.not(
          is.exists(
            is
              .selectFrom(`${DEBT_SPAN} as o`)
              .select("o.debt_id")
              .where("o.account_id", "=", accountId)
              .whereRef("o.debtor_id", "=", "s.debtor_id")
              .whereRef("o.currency", "=", "s.currency")
              // There when the period began, or come since.
              .where("o.to_at", ">", start)
              .where("o.from_at", "<=", then)
              .where("o.status", "=", "open"),
          ),
        ),
      )
      .groupBy("s.currency")
      .execute();
    return rows.map(({ currency, accounts }) => ({ currency, accounts: Number(accounts) }));
  }

  private kept(accountId: number, period: CalendarPeriod, day: CalendarDate): Promise<OpenedAccountsSum[]> {
    return this.tables
      .selectFrom(ACCOUNT_OPENING)
      .select(["currency", "accounts"])
      .where("account_id", "=", accountId)
      .where("period", "=", period)
      .where("day", "=", day)
      .execute();
  }

  /** Cursor and closing in one statement. @returns null where it is not closed */
  private async closed(accountId: number, period: CalendarPeriod, day: CalendarDate): Promise<OpenedAccountsSum[] | null> {
    const rows = await this.tables
      .selectFrom(`${PROJECTION_CURSOR} as c`)
      .leftJoin(`${ACCOUNT_OPENING} as a`, (join) =>
        join.onRef("a.account_id", "=", "c.account_id").on("a.period", "=", period).on("a.day", "=", day),
      )
      .select(["a.currency", "a.accounts"])
      .where("c.account_id", "=", accountId)
      .where("c.closed", ">=", day)
      .execute();
    if (rows.length === 0) return null;
    return rows.flatMap(({ currency, accounts }) => (currency === null || accounts === null ? [] : [{ currency, accounts }]));
  }

  private get tables() {
    return this.db.typed<KpisTables>();
  }
}

function added(rows: readonly OpenedAccountsSum[]): OpenedAccountsSum[] {
  return [...Map.groupBy(rows, ({ currency }) => currency)].map(([currency, own]) => ({
    currency,
    accounts: own.reduce((sum, { accounts }) => sum + Number(accounts), 0),
  }));
}

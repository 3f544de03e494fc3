import { Injectable } from "@nestjs/common";
import type { CalendarDate } from "../../shared/calendar.js";
import { localDate } from "../../shared/zone.js";
import { Clock } from "../../platform/clock/clock.js";
import { AccountDirectory } from "../accounts/index.js";
import { isBusinessDay, PACKS } from "../policy/rules.js";
import { PortfolioReader } from "../portfolio/index.js";

/** The days of one debtor. */
export interface DebtorDays {
  readonly today: CalendarDate;
  /** Every clock the debtor may live by, their own first; at least one. */
  readonly zones: readonly string[];
  /** Whether banks and offices work wherever the debtor may live. */
  readonly isBusinessDay: (date: CalendarDate) => boolean;
}

/** What is agreed on with debtors is agreed on by their calendar: their midnight, their holidays, wherever the account is. */
@Injectable()
export class DebtorCalendar {
  constructor(
    private readonly clock: Clock,
    private readonly accounts: AccountDirectory,
    private readonly portfolio: PortfolioReader,
  ) {}

  /** By the account's clock where nothing is known of the debtor's. */
  async of(accountId: number, debtorId: number): Promise<DebtorDays> {
    const debtor = (await this.portfolio.debtors(accountId, [debtorId])).get(debtorId);
    const known = debtor?.zones ?? [];
    const zones = known.length > 0 ? known : [(await this.accounts.get(accountId)).zone];
    return {
      today: localDate(zones[0]!, this.clock.now()),
      zones,
      isBusinessDay: (date) => isBusinessDay(date, debtor?.residences ?? [], PACKS),
    };
  }
}

import { Injectable } from "@nestjs/common";
import type { CalendarDate } from "../../shared/calendar.js";
import type { Locale } from "../../shared/locale.js";
import { localDate } from "../../shared/zone.js";
import { Clock } from "../../platform/clock/clock.js";
import { Database } from "../../platform/database/database.js";
import { ACCOUNT, type AccountsTables } from "../accounts/index.js";

export interface PortfolioAccount {
  /** IANA zone of the account's calendar. */
  readonly zone: string;
  readonly locale: Locale;
  readonly hostBaseUrl: string;
  readonly hostAccountId: number;
}

/** What the portfolio needs to know of its account: calendar, language, helpdesk. */
@Injectable()
export class AccountSettingsView {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async of(accountId: number): Promise<PortfolioAccount> {
    const row = await this.db
      .typed<AccountsTables>()
      .selectFrom(ACCOUNT)
      .select(["zone", "locale", "host_base_url as hostBaseUrl", "host_account_id as hostAccountId"])
      .where("id", "=", accountId)
      .executeTakeFirst();
    if (!row) throw new Error(`Account ${accountId} does not exist`);
    return row;
  }

  /** Today in the account's calendar. */
  async today(accountId: number): Promise<CalendarDate> {
    const { zone } = await this.of(accountId);
    return localDate(zone, this.clock.now());
  }
}

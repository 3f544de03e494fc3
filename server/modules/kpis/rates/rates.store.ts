import { Injectable } from "@nestjs/common";
import { Database } from "../../../platform/database/database.js";
import type { CalendarDate } from "../../../shared/calendar.js";
import type { Instant } from "../../../shared/instant.js";
import type { Currency } from "../../../shared/money.js";
import { EXCHANGE_RATE, type ExchangeRateRecord, type KpisTables } from "../kpis.tables.js";

/** The rate table of an account. What is replaced or taken out stays known for figures of the past. */
@Injectable()
export class RatesStore {
  constructor(private readonly db: Database) {}

  /** Into a currency, of days from one to another, as the table stood at an instant. */
  into(accountId: number, target: Currency, from: CalendarDate, to: CalendarDate, at: Instant): Promise<ExchangeRateRecord[]> {
    return this.known(accountId, at).where("target", "=", target).where("day", ">=", from).where("day", "<=", to).execute();
  }

  /** The last day of each pair before a day, as the table stood at an instant: what is too old is told with its day. */
  async lastBefore(
    accountId: number,
    target: Currency,
    day: CalendarDate,
    at: Instant,
  ): Promise<{ currency: Currency; day: CalendarDate }[]> {
    const rows = await this.known(accountId, at)
      .clearSelect()
      .select(({ fn }) => ["currency", fn.max<CalendarDate>("day").as("last")])
      .where("target", "=", target)
      .where("day", "<", day)
      .groupBy("currency")
      .execute();
    return rows.map(({ currency, last }) => ({ currency, day: last }));
  }

  /** Newest first. @param before row id of the last one of the page before */
  page(accountId: number, limit: number, before: number | null): Promise<ExchangeRateRecord[]> {
    const now = this.rates(accountId).where("ended_at", "is", null).orderBy("id", "desc").limit(limit);
    return (before === null ? now : now.where("id", "<", before)).execute();
  }

  /** Currencies that there are rates into, the newest first. */
  async targets(accountId: number): Promise<Currency[]> {
    const rows = await this.rates(accountId)
      .clearSelect()
      .select(({ fn }) => ["target", fn.max<number>("id").as("newest")])
      .where("ended_at", "is", null)
      .groupBy("target")
      .orderBy("newest", "desc")
      .execute();
    return rows.map(({ target }) => target);
  }

  /** The one of a pair and day that is in force, locked for the unit of work. */
  async held(accountId: number, of: Pick<ExchangeRateRecord, "currency" | "target" | "day">): Promise<ExchangeRateRecord | undefined> {
    const { currency, target, day } = of;
    const rate = this.rates(accountId).where("ended_at", "is", null).where("target", "=", target);
    return this.db.held(rate.where("currency", "=", currency).where("day", "=", day)).executeTakeFirst();
  }

  async heldById(accountId: number, publicId: string): Promise<ExchangeRateRecord | undefined> {
    return this.db.held(this.rates(accountId).where("ended_at", "is", null).where("public_id", "=", publicId)).executeTakeFirst();
  }

  async add(accountId: number, row: Omit<ExchangeRateRecord, "id" | "account_id">): Promise<void> {
    await this.db.insert(EXCHANGE_RATE, [{ account_id: accountId, ...row }]);
  }

  async end(accountId: number, publicId: string, at: Instant): Promise<void> {
    await this.db
      .typed<KpisTables>()
      .updateTable(EXCHANGE_RATE)
      .set({ ended_at: at })
      .where("account_id", "=", accountId)
      .where("public_id", "=", publicId)
      .execute();
  }

  private known(accountId: number, at: Instant) {
    return this.rates(accountId)
      .where("recorded_at", "<=", at)
      .where((is) => is.or([is("ended_at", "is", null), is("ended_at", ">", at)]));
  }

  private rates(accountId: number) {
    return this.db.typed<KpisTables>().selectFrom(EXCHANGE_RATE).selectAll().where("account_id", "=", accountId);
  }
}

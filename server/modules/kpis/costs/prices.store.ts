import { Injectable } from "@nestjs/common";
import { Database } from "../../../platform/database/database.js";
import type { Instant } from "../../../shared/instant.js";
import { type KpisTables, MESSAGE_PRICE, type MessagePriceRecord } from "../kpis.tables.js";
import type { MessagePrice } from "./domain/message-price.js";

@Injectable()
export class PricesStore {
  constructor(private readonly db: Database) {}

  /** The table as it stood at an instant: by country, category and day. */
  async asOf(accountId: number, at: Instant): Promise<MessagePriceRecord[]> {
    return this.prices(accountId)
      .where("recorded_at", "<=", at)
      .where((is) => is.or([is("ended_at", "is", null), is("ended_at", ">", at)]))
      .execute();
  }

  /** Those in force now, locked for the unit of work. */
  async held(accountId: number): Promise<MessagePriceRecord[]> {
    return this.db.held(this.prices(accountId).where("ended_at", "is", null)).execute();
  }

  async add(accountId: number, row: Omit<MessagePriceRecord, "id" | "account_id">): Promise<void> {
    await this.db.insertIgnore(MESSAGE_PRICE, [{ account_id: accountId, ...row }]);
  }

  async end(accountId: number, publicId: string, at: Instant): Promise<void> {
    await this.db
      .typed<KpisTables>()
      .updateTable(MESSAGE_PRICE)
      .set({ ended_at: at })
      .where("account_id", "=", accountId)
      .where("public_id", "=", publicId)
      .execute();
  }

  private prices(accountId: number) {
    return this.db
      .typed<KpisTables>()
      .selectFrom(MESSAGE_PRICE)
      .selectAll()
      .where("account_id", "=", accountId)
      .orderBy("country")
      .orderBy("category")
      .orderBy("valid_from", "desc")
      .orderBy("id", "desc");
  }
}

export function priceOf(row: MessagePriceRecord): MessagePrice {
  const { country, category, micros, currency, valid_from: validFrom } = row;
  return { country, category, micros, currency, validFrom };
}

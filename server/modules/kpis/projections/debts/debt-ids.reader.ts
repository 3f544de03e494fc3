import { Injectable } from "@nestjs/common";
import { Database } from "../../../../platform/database/database.js";
import { PAYMENT, type PaymentsTables } from "../../../payments/index.js";
import { DEBT, type PortfolioTables } from "../../../portfolio/index.js";

/** The journal names what left the house by public ids; inside, rows have numbers. */
@Injectable()
export class DebtIds {
  constructor(private readonly db: Database) {}

  /** @returns row ids by public id */
  async of(accountId: number, publicIds: readonly string[]): Promise<Map<string, number>> {
    if (publicIds.length === 0) return new Map();
    const rows = await this.db
      .typed<PortfolioTables>()
      .selectFrom(DEBT)
      .select(["id", "public_id"])
      .where("account_id", "=", accountId)
      .where("public_id", "in", publicIds)
      .execute();
    return new Map(rows.map((row) => [row.public_id, row.id]));
  }

  /** Which of these are credit notes, and so no money. */
  async notesAmong(accountId: number, publicIds: readonly string[]): Promise<Set<string>> {
    if (publicIds.length === 0) return new Set();
    const rows = await this.db
      .typed<PaymentsTables>()
      .selectFrom(PAYMENT)
      .select("public_id")
      .where("account_id", "=", accountId)
      .where("source", "=", "note")
      .where("public_id", "in", publicIds)
      .execute();
    return new Set(rows.map((row) => row.public_id));
  }
}

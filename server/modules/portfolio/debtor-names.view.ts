import { Injectable } from "@nestjs/common";
import { Database } from "../../platform/database/database.js";
import { DebtorNames } from "../journal/index.js";
import type { PortfolioTables } from "./portfolio.tables.js";

/** Debtors as the journal names them. */
@Injectable()
export class DebtorNamesView extends DebtorNames {
  constructor(private readonly db: Database) {
    super();
  }

  async publicIds(accountId: number, debtorIds: readonly number[]): Promise<Map<number, string>> {
    if (debtorIds.length === 0) return new Map();
    const rows = await this.debtors(accountId).select(["id", "public_id as publicId"]).where("id", "in", debtorIds).execute();
    return new Map(rows.map((row) => [row.id, row.publicId]));
  }

  async id(accountId: number, publicId: string): Promise<number | null> {
    const row = await this.debtors(accountId).select("id").where("public_id", "=", publicId).executeTakeFirst();
    return row?.id ?? null;
  }

  private debtors(accountId: number) {
    return this.db.typed<PortfolioTables>().selectFrom("debtor").where("account_id", "=", accountId);
  }
}

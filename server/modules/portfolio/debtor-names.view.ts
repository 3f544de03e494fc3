import { Injectable } from "@nestjs/common";
import { Database } from "../../platform/database/database.js";
import { marks } from "../../platform/database/marks.js";
import { DebtorNames } from "../journal/index.js";
import { DEBTOR } from "./portfolio.tables.js";

/** Debtors as the journal names them. */
@Injectable()
export class DebtorNamesView extends DebtorNames {
  constructor(private readonly db: Database) {
    super();
  }

  async publicIds(accountId: number, debtorIds: readonly number[]): Promise<Map<number, string>> {
    if (debtorIds.length === 0) return new Map();
    const rows = await this.db.rows<{ id: number; publicId: string }>(
      `select id, public_id as publicId from ${DEBTOR} where account_id = ? and id in (${marks(debtorIds)})`,
      [accountId, ...debtorIds],
    );
    return new Map(rows.map((row) => [row.id, row.publicId]));
  }

  async id(accountId: number, publicId: string): Promise<number | null> {
    const row = await this.db.row<{ id: number }>(`select id from ${DEBTOR} where account_id = ? and public_id = ?`, [accountId, publicId]);
    return row?.id ?? null;
  }
}

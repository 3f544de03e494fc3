import { Injectable } from "@nestjs/common";
import { Database } from "../../platform/database/database.js";

export interface AccountName {
  readonly id: number;
  readonly publicId: string;
}

/** Public names of what records are about. The tables are those of accounts and portfolio, which know the journal and not the reverse. */
@Injectable()
export class JournalPlan {
  constructor(private readonly db: Database) {}

  accounts(): Promise<AccountName[]> {
    return this.db.rows<AccountName>("select id, public_id as publicId from account order by id");
  }

  async accountPublicId(accountId: number): Promise<string> {
    const row = await this.db.row<{ publicId: string }>("select public_id as publicId from account where id = ?", [accountId]);
    if (!row) throw new Error(`Account ${accountId} does not exist`);
    return row.publicId;
  }

  /** Public ids of the account's debtors, by row id; those that do not exist are absent. */
  async debtorPublicIds(accountId: number, debtorIds: readonly number[]): Promise<Map<number, string>> {
    if (debtorIds.length === 0) return new Map();
    const rows = await this.db.rows<AccountName>(
      `select id, public_id as publicId from debtor where account_id = ? and id in (${debtorIds.map(() => "?").join(", ")})`,
      [accountId, ...debtorIds],
    );
    return new Map(rows.map((row) => [row.id, row.publicId]));
  }

  async debtorId(accountId: number, publicId: string): Promise<number | null> {
    const row = await this.db.row<{ id: number }>("select id from debtor where account_id = ? and public_id = ?", [accountId, publicId]);
    return row?.id ?? null;
  }
}

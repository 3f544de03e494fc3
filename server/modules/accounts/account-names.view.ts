import { Injectable } from "@nestjs/common";
import { Database } from "../../platform/database/database.js";
import { type AccountName, AccountNames } from "../journal/index.js";
import { ACCOUNT } from "./accounts.tables.js";

/** Accounts as the journal names them. Read as they stand, also within the unit of work that makes one. */
@Injectable()
export class AccountNamesView extends AccountNames {
  constructor(private readonly db: Database) {
    super();
  }

  all(): Promise<AccountName[]> {
    return this.db.rows<AccountName>(`select id, public_id as publicId from ${ACCOUNT} order by id`);
  }

  async publicId(accountId: number): Promise<string> {
    const row = await this.db.row<{ publicId: string }>(`select public_id as publicId from ${ACCOUNT} where id = ?`, [accountId]);
    if (!row) throw new Error(`Account ${accountId} does not exist`);
    return row.publicId;
  }
}

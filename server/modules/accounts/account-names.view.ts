import { Injectable } from "@nestjs/common";
import { Database } from "../../platform/database/database.js";
import { type AccountName, AccountNames } from "../journal/index.js";
import { ACCOUNT, type AccountsTables } from "./accounts.tables.js";

/** Accounts as the journal names them. Read as they stand, also within the unit of work that makes one. */
@Injectable()
export class AccountNamesView extends AccountNames {
  constructor(private readonly db: Database) {
    super();
  }

  all(): Promise<AccountName[]> {
    return this.accounts.select(["id", "public_id as publicId"]).orderBy("id").execute();
  }

  async publicId(accountId: number): Promise<string> {
    const row = await this.accounts.select("public_id").where("id", "=", accountId).executeTakeFirst();
    if (!row) throw new Error(`Account ${accountId} does not exist`);
    return row.public_id;
  }

  private get accounts() {
    return this.db.typed<AccountsTables>().selectFrom(ACCOUNT);
  }
}

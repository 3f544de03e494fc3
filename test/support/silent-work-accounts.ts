import { Injectable } from "@nestjs/common";
import { Database } from "../../server/platform/database/database.js";
import { WorkAccounts } from "../../server/platform/work/work-accounts.port.js";

/** For modules that are tried without the accounts module: all accounts there are, and no word about their work in the journal. */
@Injectable()
export class SilentWorkAccounts extends WorkAccounts {
  constructor(private readonly db: Database) {
    super();
  }

  async ids(): Promise<readonly number[]> {
    return (await this.db.rows<{ id: number }>("select id from account order by id")).map(({ id }) => id);
  }

  record(): void {}
}

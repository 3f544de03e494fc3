import { Injectable } from "@nestjs/common";
import type { Instant } from "../../shared/instant.js";
import { Database } from "../../platform/database/database.js";
import { type AccountsTables, HOST_TROUBLE } from "./accounts.tables.js";
import { type HostTrouble, halts } from "./domain/trouble.js";

export interface KnownTrouble {
  readonly trouble: HostTrouble;
  readonly since: Instant;
}

@Injectable()
export class HostTroubleStore {
  constructor(private readonly db: Database) {}

  of(accountId: number): Promise<KnownTrouble[]> {
    const troubles = this.db.typed<AccountsTables>().selectFrom(HOST_TROUBLE).select(["trouble", "since"]);
    return troubles.where("account_id", "=", accountId).orderBy("since").orderBy("trouble").execute();
  }

  /** @returns whether it was not known yet */
  async begin(accountId: number, trouble: HostTrouble, since: Instant): Promise<boolean> {
    const row = { account_id: accountId, trouble, halts: halts(trouble) ? 1 : 0, since };
    return (await this.db.insertIgnore(HOST_TROUBLE, [row])) === 1;
  }

  /** @returns whether it was there */
  async end(accountId: number, trouble: HostTrouble): Promise<boolean> {
    const troubles = this.db.typed<AccountsTables>().deleteFrom(HOST_TROUBLE).where("account_id", "=", accountId);
    return (await troubles.where("trouble", "=", trouble).executeTakeFirst()).numDeletedRows === 1n;
  }
}

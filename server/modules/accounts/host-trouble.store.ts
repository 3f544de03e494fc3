import { Injectable } from "@nestjs/common";
import type { Instant } from "../../shared/instant.js";
import { Database } from "../../platform/database/database.js";
import { HOST_TROUBLE } from "./accounts.tables.js";
import { type HostTrouble, halts } from "./domain/trouble.js";

export interface KnownTrouble {
  readonly trouble: HostTrouble;
  readonly since: Instant;
}

@Injectable()
export class HostTroubleStore {
  constructor(private readonly db: Database) {}

  of(accountId: number): Promise<KnownTrouble[]> {
    return this.db.rows(`select trouble, since from ${HOST_TROUBLE} where account_id = ? order by since, trouble`, [accountId]);
  }

  /** @returns whether it was not known yet */
  async begin(accountId: number, trouble: HostTrouble, since: Instant): Promise<boolean> {
    const row = { account_id: accountId, trouble, halts: halts(trouble) ? 1 : 0, since };
    return (await this.db.insertIgnore(HOST_TROUBLE, [row])) === 1;
  }

  /** @returns whether it was there */
  async end(accountId: number, trouble: HostTrouble): Promise<boolean> {
    return (await this.db.run(`delete from ${HOST_TROUBLE} where account_id = ? and trouble = ?`, [accountId, trouble])) === 1;
  }
}

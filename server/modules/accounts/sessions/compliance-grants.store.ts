import { Injectable } from "@nestjs/common";
import { Database } from "../../../platform/database/database.js";
import type { Instant } from "../../../shared/instant.js";

@Injectable()
export class ComplianceGrants {
  constructor(private readonly db: Database) {}

  async holders(accountId: number): Promise<ReadonlySet<number>> {
    const rows = await this.db.rows<{ host_user_id: number }>("select host_user_id from compliance_grant where account_id = ?", [
      accountId,
    ]);
    return new Set(rows.map((row) => row.host_user_id));
  }

  /** @returns false when the person held it already */
  async grant(accountId: number, hostUserId: number, grantedBy: string, now: Instant): Promise<boolean> {
    const row = { account_id: accountId, host_user_id: hostUserId, granted_at: now, granted_by: grantedBy };
    return (await this.db.insertIgnore("compliance_grant", [row])) > 0;
  }

  /** @returns false when the person did not hold it */
  async withdraw(accountId: number, hostUserId: number): Promise<boolean> {
    return (await this.db.run("delete from compliance_grant where account_id = ? and host_user_id = ?", [accountId, hostUserId])) > 0;
  }
}

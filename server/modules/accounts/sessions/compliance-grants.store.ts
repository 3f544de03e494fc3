import { Injectable } from "@nestjs/common";
import { Database } from "../../../platform/database/database.js";
import type { Instant } from "../../../shared/instant.js";
import { type AccountsTables, COMPLIANCE_GRANT } from "../accounts.tables.js";

@Injectable()
export class ComplianceGrants {
  constructor(private readonly db: Database) {}

  async holders(accountId: number): Promise<ReadonlySet<number>> {
    const grants = this.db.typed<AccountsTables>().selectFrom(COMPLIANCE_GRANT).select("host_user_id");
    const rows = await grants.where("account_id", "=", accountId).execute();
    return new Set(rows.map((row) => row.host_user_id));
  }

  /** @returns false when the person held it already */
  async grant(accountId: number, hostUserId: number, grantedBy: string, now: Instant): Promise<boolean> {
    const row = { account_id: accountId, host_user_id: hostUserId, granted_at: now, granted_by: grantedBy };
    return (await this.db.insertIgnore(COMPLIANCE_GRANT, [row])) > 0;
  }

  /** @returns false when the person did not hold it */
  async withdraw(accountId: number, hostUserId: number): Promise<boolean> {
    const grants = this.db.typed<AccountsTables>().deleteFrom(COMPLIANCE_GRANT).where("account_id", "=", accountId);
    return (await grants.where("host_user_id", "=", hostUserId).executeTakeFirst()).numDeletedRows > 0n;
  }
}

import { Injectable } from "@nestjs/common";
import type { Instant } from "../../../shared/instant.js";
import { Database } from "../../../platform/database/database.js";
import type { CasePoint } from "../domain/check-list.js";
import { CASE_TICK, type EscalationsTables } from "../escalations.tables.js";

@Injectable()
export class CaseTicks {
  constructor(private readonly db: Database) {}

  /** By point of the list. */
  async of(accountId: number, caseId: string): Promise<ReadonlyMap<string, { readonly by: string; readonly at: Instant }>> {
    const ticks = this.tables.selectFrom(CASE_TICK).select(["point", "ticked_by as by", "ticked_at as at"]);
    const rows = await ticks.where("account_id", "=", accountId).where("case_id", "=", caseId).execute();
    return new Map(rows.map(({ point, by, at }) => [point, { by, at }]));
  }

  /** @returns whether that changed anything */
  async tick(accountId: number, caseId: string, point: CasePoint, by: string, at: Instant): Promise<boolean> {
    const row = { account_id: accountId, case_id: caseId, point, ticked_by: by, ticked_at: at };
    return (await this.db.insertIgnore(CASE_TICK, [row])) === 1;
  }

  /** @returns whether that changed anything */
  async untick(accountId: number, caseId: string, point: CasePoint): Promise<boolean> {
    const ticks = this.tables.deleteFrom(CASE_TICK).where("account_id", "=", accountId).where("case_id", "=", caseId);
    const { numDeletedRows } = await ticks.where("point", "=", point).executeTakeFirst();
    return numDeletedRows > 0n;
  }

  private get tables() {
    return this.db.typed<EscalationsTables>();
  }
}

import { Injectable } from "@nestjs/common";
import { Database } from "../../platform/database/database.js";
import type { Instant } from "../../shared/instant.js";
import type { Cadence, CadenceStep } from "./rules.js";

@Injectable()
export class CadencesStore {
  constructor(private readonly db: Database) {}

  /** The newest published version of each cadence. */
  async current(accountId: number): Promise<Cadence[]> {
    const rows = await this.db.rows<{ cadence_key: string; version: number; steps: string }>(
      `select c.cadence_key, c.version, c.steps from cadence_version c
        where c.account_id = ? and c.version = (select max(n.version) from cadence_version n where n.account_id = c.account_id and n.cadence_key = c.cadence_key)
        order by c.cadence_key`,
      [accountId],
    );
    return rows.map((row) => ({ key: row.cadence_key, version: row.version, steps: JSON.parse(row.steps) as CadenceStep[] }));
  }

  /** @returns whether it was new */
  async publish(accountId: number, cadence: Cadence, at: Instant): Promise<boolean> {
    const rows = [
      { account_id: accountId, cadence_key: cadence.key, version: cadence.version, steps: JSON.stringify(cadence.steps), published_at: at },
    ];
    return (await this.db.insertIgnore("cadence_version", rows)) === 1;
  }
}

import { Injectable } from "@nestjs/common";
import { DAY } from "../../shared/instant.js";
import { localDate } from "../../shared/zone.js";
import { Clock } from "../../platform/clock/clock.js";
import { Database } from "../../platform/database/database.js";
import { AccountDirectory } from "../accounts/index.js";
import { OUTBOX_MESSAGE } from "../outbox/index.js";

export interface CadenceCount {
  /** Planned today. */
  readonly today: number;
  /** Sent in the last thirty days. */
  readonly sent: number;
}

/** How much each cadence writes. */
@Injectable()
export class CadenceCounts {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly accounts: AccountDirectory,
  ) {}

  /** By key; cadences that wrote nothing are absent. */
  async of(accountId: number): Promise<Map<string, CadenceCount>> {
    const now = this.clock.now();
    const { zone } = await this.accounts.get(accountId);
    const rows = await this.db.rows<{ cadence_key: string; today: number | string; sent: number | string }>(
      `select cadence_key, sum(case when planned_on = ? then 1 else 0 end) as today, sum(case when intent_at >= ? then 1 else 0 end) as sent
         from ${OUTBOX_MESSAGE} where account_id = ? and planned_on >= ? and cadence_key is not null group by cadence_key`,
      [localDate(zone, now), now - 30 * DAY, accountId, localDate(zone, now - 31 * DAY)],
    );
    return new Map(rows.map((row) => [row.cadence_key, { today: Number(row.today), sent: Number(row.sent) }]));
  }
}

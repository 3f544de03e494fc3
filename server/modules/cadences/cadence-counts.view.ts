import { Injectable } from "@nestjs/common";
import type { NotNull } from "kysely";
import { DAY } from "../../shared/instant.js";
import { localDate } from "../../shared/zone.js";
import { Clock } from "../../platform/clock/clock.js";
import { Database } from "../../platform/database/database.js";
import { AccountDirectory } from "../accounts/index.js";
import { OUTBOX_MESSAGE, type OutboxTables } from "../outbox/index.js";

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
    const rows = await this.db
      .typed<OutboxTables>()
      .selectFrom(OUTBOX_MESSAGE)
      .select((is) => [
        "cadence_key",
        is.fn.sum<number | string>(is.case().when("planned_on", "=", localDate(zone, now)).then(1).else(0).end()).as("today"),
        is.fn
          .sum<number | string>(
            is
              .case()
              .when("intent_at", ">=", now - 30 * DAY)
              .then(1)
              .else(0)
              .end(),
          )
          .as("sent"),
      ])
      .where("account_id", "=", accountId)
      .where("planned_on", ">=", localDate(zone, now - 31 * DAY))
      .where("cadence_key", "is not", null)
      .groupBy("cadence_key")
      .$narrowType<{ cadence_key: NotNull }>()
      .execute();
    return new Map(rows.map((row) => [row.cadence_key, { today: Number(row.today), sent: Number(row.sent) }]));
  }
}

import { Injectable } from "@nestjs/common";
import type { Insertable } from "kysely";
import type { Instant } from "../../../../shared/instant.js";
import { Database } from "../../../../platform/database/database.js";
import { DESK_ACT, type KpisTables } from "../../kpis.tables.js";

export type DeskActLine = Omit<Readonly<Insertable<KpisTables["desk_act"]>>, "account_id">;

/** What was done at the desk. */
@Injectable()
export class DeskActsStore {
  constructor(private readonly db: Database) {}

  async add(accountId: number, acts: readonly DeskActLine[]): Promise<void> {
    await this.db.insert(
      DESK_ACT,
      acts.map((act) => ({ account_id: accountId, ...act })),
    );
  }

  /** A person replaced what a machine had done; the first time stays. */
  async corrected(accountId: number, subject: string, recordedAt: Instant): Promise<void> {
    await this.db
      .typed<KpisTables>()
      .updateTable(DESK_ACT)
      .set({ corrected_recorded: recordedAt })
      .where("account_id", "=", accountId)
      .where("subject", "=", subject)
      .where("agent", "is", null)
      .where("corrected_recorded", "is", null)
      .execute();
  }
}

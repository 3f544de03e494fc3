import { Injectable } from "@nestjs/common";
import { Database } from "../../../platform/database/database.js";
import { ALERT_RULE, type KpisTables } from "../kpis.tables.js";
import { BOUND_PARTS } from "../objectives/domain/objective.js";
import type { OwnAlertRule } from "./domain/alert-rule.js";

@Injectable()
export class AlertRulesStore {
  constructor(private readonly db: Database) {}

  /** By metric. */
  async of(accountId: number): Promise<ReadonlyMap<string, OwnAlertRule>> {
    const rows = await this.db
      .typed<KpisTables>()
      .selectFrom(ALERT_RULE)
      .selectAll()
      .where("account_id", "=", accountId)
      .orderBy("metric")
      .execute();
    return new Map(
      rows.map((row) => [
        row.metric,
        {
          metric: row.metric,
          side: row.side,
          raise: row.raise_milli / BOUND_PARTS,
          clear: row.clear_milli / BOUND_PARTS,
          readings: row.readings,
          days: row.days,
          least: row.least,
          note: row.note,
          mail: row.mail === 1,
          on: row.is_on === 1,
          setAt: row.set_at,
          setBy: row.set_by,
        },
      ]),
    );
  }

  async set(accountId: number, rule: OwnAlertRule): Promise<void> {
    const row = {
      account_id: accountId,
      metric: rule.metric,
      side: rule.side,
      raise_milli: Math.round(rule.raise * BOUND_PARTS),
      clear_milli: Math.round(rule.clear * BOUND_PARTS),
      readings: rule.readings,
      days: rule.days,
      least: rule.least,
      note: rule.note,
      mail: rule.mail ? 1 : 0,
      is_on: rule.on ? 1 : 0,
      set_at: rule.setAt,
      set_by: rule.setBy,
    };
    const keys = ["account_id", "metric"];
    const changed = Object.keys(row).filter((column) => !keys.includes(column));
    await this.db.upsert(ALERT_RULE, [row], keys, changed);
  }

  async remove(accountId: number, metric: string): Promise<void> {
    await this.db.typed<KpisTables>().deleteFrom(ALERT_RULE).where("account_id", "=", accountId).where("metric", "=", metric).execute();
  }
}

import { Injectable } from "@nestjs/common";
import { Database } from "../../../platform/database/database.js";
import { type KpisTables, OBJECTIVE } from "../kpis.tables.js";
import { BOUND_PARTS, type ObjectivePart, type OwnObjective, type OwnObjectives } from "./domain/objective.js";

@Injectable()
export class ObjectivesStore {
  constructor(private readonly db: Database) {}

  async of(accountId: number): Promise<OwnObjectives> {
    const rows = await this.objectives(accountId).selectAll().orderBy("metric").orderBy("part").execute();
    const own = new Map<string, OwnObjective[]>();
    for (const row of rows) {
      const objective: OwnObjective = {
        from: inUnits(row.from_milli),
        to: inUnits(row.to_milli),
        attention: inUnits(row.attention_milli),
        of: row.part === "" ? null : (row.part as ObjectivePart),
        setAt: row.set_at,
        setBy: row.set_by,
      };
      own.set(row.metric, [...(own.get(row.metric) ?? []), objective]);
    }
    return own;
  }

  async set(accountId: number, metric: string, { from, to, attention, of, setAt, setBy }: OwnObjective): Promise<void> {
    const row = {
      account_id: accountId,
      metric,
      part: of ?? "",
      from_milli: inParts(from),
      to_milli: inParts(to),
      attention_milli: inParts(attention),
      set_at: setAt,
      set_by: setBy,
    };
    const changed = ["from_milli", "to_milli", "attention_milli", "set_at", "set_by"];
    await this.db.upsert(OBJECTIVE, [row], ["account_id", "metric", "part"], changed);
  }

  async remove(accountId: number, metric: string, of: ObjectivePart | null): Promise<void> {
    await this.db
      .typed<KpisTables>()
      .deleteFrom(OBJECTIVE)
      .where("account_id", "=", accountId)
      .where("metric", "=", metric)
      .where("part", "=", of ?? "")
      .execute();
  }

  private objectives(accountId: number) {
    return this.db.typed<KpisTables>().selectFrom(OBJECTIVE).where("account_id", "=", accountId);
  }
}

const inUnits = (parts: number | null) => (parts === null ? null : parts / BOUND_PARTS);
const inParts = (bound: number | null) => (bound === null ? null : Math.round(bound * BOUND_PARTS));

import { Injectable } from "@nestjs/common";
import { Database } from "../../../platform/database/database.js";
import type { CalendarDate } from "../../../shared/calendar.js";
import type { Instant } from "../../../shared/instant.js";
import { COST_ENTRY, type CostEntryRecord, type KpisTables } from "../kpis.tables.js";
import type { StandingCost } from "./domain/known-costs.js";

export type NewCostEntry = Omit<CostEntryRecord, "id" | "account_id">;

@Injectable()
export class CostsStore {
  constructor(private readonly db: Database) {}

  async add(accountId: number, entries: readonly NewCostEntry[]): Promise<void> {
    await this.db.insertIgnore(
      COST_ENTRY,
      entries.map((entry) => ({ account_id: accountId, ...entry })),
    );
  }

  async byPublicId(accountId: number, publicId: string): Promise<CostEntryRecord | undefined> {
    return this.entries(accountId).selectAll().where("public_id", "=", publicId).executeTakeFirst();
  }

  async byExternalIds(accountId: number, externalIds: readonly string[]): Promise<CostEntryRecord[]> {
    if (externalIds.length === 0) return [];
    return this.entries(accountId).selectAll().where("external_id", "in", externalIds).execute();
  }

  async ofBatch(accountId: number, batch: string): Promise<CostEntryRecord[]> {
    return this.entries(accountId).selectAll().where("batch", "=", batch).where("reverses", "is", null).orderBy("id").execute();
  }

  /** Of these lines, those that were taken back, with what took them back. */
  async reversalsOf(accountId: number, publicIds: readonly string[]): Promise<Map<string, CostEntryRecord>> {
    if (publicIds.length === 0) return new Map();
    const rows = await this.entries(accountId).selectAll().where("reverses", "in", publicIds).execute();
    return new Map(rows.map((row) => [row.reverses!, row]));
  }

  /** Lines newest first. @param before row id of the last line of the page before */
  async page(accountId: number, before: number | null, limit: number): Promise<CostEntryRecord[]> {
    const rows = this.entries(accountId).selectAll().orderBy("id", "desc").limit(limit);
    return (before === null ? rows : rows.where("id", "<", before)).execute();
  }

  /** What counts for days from `start` to before `end`, as it was known: neither what was taken back by then nor what took it back. */
  async standing(
    accountId: number,
    { start, end, asOf }: { readonly start: CalendarDate; readonly end: CalendarDate; readonly asOf: Instant },
  ): Promise<(StandingCost & Pick<CostEntryRecord, "cadence" | "stage">)[]> {
    const rows = await this.entries(accountId)
      .select(["public_id", "reverses", "kind", "amount_minor", "currency", "from_day", "to_day", "cadence", "stage"])
      .where("to_day", ">=", start)
      .where("from_day", "<", end)
      .where("recorded_at", "<=", asOf)
      .orderBy("id")
      .execute();
    const takenBack = new Set(rows.flatMap(({ reverses }) => reverses ?? []));
    return rows
      .filter((row) => row.reverses === null && !takenBack.has(row.public_id))
      .map((row) => ({
        kind: row.kind,
        minor: row.amount_minor,
        currency: row.currency,
        from: row.from_day,
        to: row.to_day,
        cadence: row.cadence,
        stage: row.stage,
      }));
  }

  private entries(accountId: number) {
    return this.db.typed<KpisTables>().selectFrom(COST_ENTRY).where("account_id", "=", accountId);
  }
}

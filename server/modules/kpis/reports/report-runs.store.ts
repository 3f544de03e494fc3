import { Injectable } from "@nestjs/common";
import type { Selectable } from "kysely";
import type { ReportKind } from "../../../shared/report-kind.js";
import { Database } from "../../../platform/database/database.js";
import { type KpisTables, REPORT_RUN } from "../kpis.tables.js";

export type ReportRun = Readonly<Selectable<KpisTables["report_run"]>>;

/** Reports as they were made; none is ever changed. */
@Injectable()
export class ReportRunsStore {
  constructor(private readonly db: Database) {}

  async add(run: Omit<ReportRun, "id">): Promise<void> {
    await this.db.insert(REPORT_RUN, [run]);
  }

  async byPublicId(accountId: number, publicId: string): Promise<ReportRun | null> {
    return (await this.runs(accountId).selectAll().where("public_id", "=", publicId).executeTakeFirst()) ?? null;
  }

  /** Their period, by public id. */
  async withPublicIds(accountId: number, ids: readonly string[]): Promise<Map<string, Pick<ReportRun, "kind" | "from_day" | "to_day">>> {
    if (ids.length === 0) return new Map();
    const rows = this.runs(accountId).select(["public_id", "kind", "from_day", "to_day"]).where("public_id", "in", ids);
    return new Map((await rows.execute()).map((row) => [row.public_id, row]));
  }

  /** Newest first. @param beforeId of the last one seen */
  async list(accountId: number, kind: ReportKind | null, limit: number, beforeId: number | null): Promise<Omit<ReportRun, "data">[]> {
    let runs = this.runs(accountId).select([
      "id",
      "account_id",
      "public_id",
      "kind",
      "from_day",
      "to_day",
      "as_of",
      "cause",
      "made_at",
      "hash",
    ]);
    if (kind !== null) runs = runs.where("kind", "=", kind);
    if (beforeId !== null) runs = runs.where("id", "<", beforeId);
    return runs.orderBy("id", "desc").limit(limit).execute();
  }

  /** The first run with each of these data: row id and public id by hash. */
  async firstWith(accountId: number, hashes: readonly string[]): Promise<Map<string, Pick<ReportRun, "id" | "public_id">>> {
    if (hashes.length === 0) return new Map();
    const rows = await this.runs(accountId).select(["id", "public_id", "hash"]).where("hash", "in", hashes).orderBy("id", "desc").execute();
    return new Map(rows.map((row) => [row.hash, row]));
  }

  private runs(accountId: number) {
    return this.db.typed<KpisTables>().selectFrom(REPORT_RUN).where("account_id", "=", accountId);
  }
}

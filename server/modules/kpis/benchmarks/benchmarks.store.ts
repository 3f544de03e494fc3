import { Injectable } from "@nestjs/common";
import { Database } from "../../../platform/database/database.js";
import { BENCHMARK, type KpisTables } from "../kpis.tables.js";
import { BOUND_PARTS } from "../objectives/domain/objective.js";
import type { OwnBenchmark } from "./domain/benchmark.js";

@Injectable()
export class BenchmarksStore {
  constructor(private readonly db: Database) {}

  async of(accountId: number): Promise<OwnBenchmark[]> {
    const rows = await this.db
      .typed<KpisTables>()
      .selectFrom(BENCHMARK)
      .selectAll()
      .where("account_id", "=", accountId)
      .orderBy("set_at")
      .orderBy("benchmark_key")
      .execute();
    return rows.map((row) => ({
      key: row.benchmark_key,
      metric: row.metric,
      from: row.from_milli === null ? null : row.from_milli / BOUND_PARTS,
      to: row.to_milli === null ? null : row.to_milli / BOUND_PARTS,
      part: row.part,
      label: row.label,
      source: row.source,
      dated: row.dated,
      hidden: row.is_hidden === 1,
      setAt: row.set_at,
      setBy: row.set_by,
    }));
  }

  async set(accountId: number, benchmark: OwnBenchmark): Promise<void> {
    const row = {
      account_id: accountId,
      benchmark_key: benchmark.key,
      metric: benchmark.metric,
      from_milli: benchmark.from === null ? null : Math.round(benchmark.from * BOUND_PARTS),
      to_milli: benchmark.to === null ? null : Math.round(benchmark.to * BOUND_PARTS),
      part: benchmark.part,
      label: benchmark.label,
      source: benchmark.source,
      dated: benchmark.dated,
      is_hidden: benchmark.hidden ? 1 : 0,
      set_at: benchmark.setAt,
      set_by: benchmark.setBy,
    };
    const keys = ["account_id", "benchmark_key"];
    const changed = Object.keys(row).filter((column) => !keys.includes(column));
    await this.db.upsert(BENCHMARK, [row], keys, changed);
  }

  async remove(accountId: number, key: string): Promise<void> {
    await this.db.typed<KpisTables>().deleteFrom(BENCHMARK).where("account_id", "=", accountId).where("benchmark_key", "=", key).execute();
  }
}

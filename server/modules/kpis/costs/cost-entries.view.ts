import { Injectable } from "@nestjs/common";
import type { CostEntryView } from "../../../contract/kpis/costs.contract.js";
import { DebtorVault } from "../../../platform/crypto/debtor-vault.js";
import { toIso } from "../../../shared/instant.js";
import type { CostEntryRecord } from "../kpis.tables.js";
import { costNote } from "./costs.service.js";
import { CostsStore } from "./costs.store.js";

/** The ledger for a reader. */
@Injectable()
export class CostEntriesPage {
  constructor(
    private readonly store: CostsStore,
    private readonly vault: DebtorVault,
  ) {}

  /** @param before row id of the last line of the page before */
  async page(accountId: number, before: number | null, limit: number): Promise<{ items: CostEntryView[]; last: number | null }> {
    const rows = await this.store.page(accountId, before, limit + 1);
    const shown = rows.slice(0, limit);
    return { items: await this.shown(accountId, shown), last: rows.length > limit ? shown.at(-1)!.id : null };
  }

  async shown(accountId: number, rows: readonly CostEntryRecord[]): Promise<CostEntryView[]> {
    const reversals = await this.store.reversalsOf(
      accountId,
      rows.map(({ public_id: id }) => id),
    );
    return Promise.all(
      rows.map(async (row) => ({
        id: row.public_id,
        kind: row.kind,
        minor: row.amount_minor,
        currency: row.currency,
        from: row.from_day,
        to: row.to_day,
        cadence: row.cadence,
        stage: row.stage,
        note: row.note_sealed === null ? null : await this.vault.open(accountId, null, costNote(row.public_id), row.note_sealed),
        source: row.source,
        batch: row.batch,
        reverses: row.reverses,
        reversedBy: reversals.get(row.public_id)?.public_id ?? null,
        recordedAt: toIso(row.recorded_at),
        by: row.recorded_by,
      })),
    );
  }
}

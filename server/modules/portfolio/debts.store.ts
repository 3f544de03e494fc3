import { Injectable } from "@nestjs/common";
import { Database } from "../../platform/database/database.js";
import type { SqlRow } from "../../platform/database/dialect.js";
import { marks } from "../../platform/database/marks.js";
import { looseKey } from "./domain/loose-key.js";
import type { DebtRecord } from "./portfolio.records.js";

export type CalledDebt = Pick<DebtRecord, "id" | "debtor_id" | "source" | "reference" | "loose_reference" | "currency" | "reported_minor">;

/** Debts without their movements: balances and states are made by the ledger. */
@Injectable()
export class DebtsStore {
  constructor(private readonly db: Database) {}

  /** Waits for debts, lowest id first. Their debtors' locks come before, as everywhere. */
  async lock(accountId: number, debtIds: readonly number[]): Promise<DebtRecord[]> {
    if (debtIds.length === 0) return [];
    return this.db.lock<DebtRecord>(`select * from debt where account_id = ? and id in (${marks(debtIds)}) order by id`, [
      accountId,
      ...debtIds,
    ]);
  }

  async idsBySource(accountId: number, source: string, references: readonly string[]): Promise<number[]> {
    if (references.length === 0) return [];
    const rows = await this.db.rows<{ id: number }>(
      `select id from debt where account_id = ? and source = ? and reference in (${marks(references)})`,
      [accountId, source, ...references],
    );
    return rows.map((row) => row.id);
  }

  /** Debts that may be called so however it is spelt; `likeness` tells which are. */
  async perhapsCalled(accountId: number, references: readonly string[]): Promise<CalledDebt[]> {
    const keys = [...new Set(references.map(looseKey))];
    if (keys.length === 0) return [];
    return this.db.rows<CalledDebt>(
      `select id, debtor_id, source, reference, loose_reference, currency, reported_minor from debt
       where account_id = ? and loose_reference in (${marks(keys)}) and source not like 'undone:%' order by id`,
      [accountId, ...keys],
    );
  }

  /** Whose the debts are, each debtor once. */
  async debtorIdsOf(accountId: number, debtIds: readonly number[]): Promise<number[]> {
    if (debtIds.length === 0) return [];
    const rows = await this.db.rows<{ debtor_id: number }>(
      `select distinct debtor_id from debt where account_id = ? and id in (${marks(debtIds)})`,
      [accountId, ...debtIds],
    );
    return rows.map((row) => row.debtor_id);
  }

  async openIdsOf(accountId: number, debtorIds: readonly number[]): Promise<number[]> {
    if (debtorIds.length === 0) return [];
    const rows = await this.db.rows<{ id: number }>(
      `select id from debt where account_id = ? and status = 'open' and debtor_id in (${marks(debtorIds)})`,
      [accountId, ...debtorIds],
    );
    return rows.map((row) => row.id);
  }

  /** @returns row ids by public id */
  async insert(
    accountId: number,
    rows: readonly (SqlRow & { readonly public_id: string; readonly reference: string })[],
  ): Promise<Map<string, number>> {
    if (rows.length === 0) return new Map();
    await this.db.insert(
      "debt",
      rows.map((row) => ({ ...row, loose_reference: looseKey(row.reference) })),
    );
    const found = await this.db.rows<{ id: number; public_id: string }>(
      `select id, public_id from debt where account_id = ? and public_id in (${marks(rows)})`,
      [accountId, ...rows.map((row) => row.public_id)],
    );
    return new Map(found.map((row) => [row.public_id, row.id]));
  }

  /** @param rows whole rows; found again by source and reference. Balances are not taken from them. */
  async update(rows: readonly SqlRow[]): Promise<void> {
    const columns = ["product", "principal_minor", "reported_minor", "due_date", "instalment_minor", "credit_date", "updated_at"];
    await this.db.upsert("debt", rows, ["account_id", "source", "reference"], columns);
  }
}

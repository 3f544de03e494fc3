import { Injectable } from "@nestjs/common";
import { Database } from "../../platform/database/database.js";
import type { SqlRow } from "../../platform/database/dialect.js";
import { looseKey } from "./domain/loose-key.js";
import { mentionedNumber, mentionsOf, referenceNumber } from "./domain/mentions.js";
import type { DebtRecord } from "./portfolio-rows.tables.js";
import type { PortfolioTables } from "./portfolio.tables.js";

export type CalledDebt = Pick<DebtRecord, "id" | "debtor_id" | "source" | "reference" | "loose_reference" | "currency" | "reported_minor">;

/** Values in a list of one statement. */
const AT_ONCE = 1_000;

/** Debts without their movements: balances and states are made by the ledger. */
@Injectable()
export class DebtsStore {
  constructor(private readonly db: Database) {}

  /** Waits for debts, lowest id first. Their debtors' locks come before, as everywhere. */
  async lock(accountId: number, debtIds: readonly number[]): Promise<DebtRecord[]> {
    if (debtIds.length === 0) return [];
    return this.db.held(this.debts(accountId).selectAll().where("id", "in", debtIds).orderBy("id")).execute();
  }

  /** Row ids of a debt and its debtor, by its public id; null where there is none. */
  async named(accountId: number, publicId: string): Promise<Pick<DebtRecord, "id" | "debtor_id"> | null> {
    const row = await this.debts(accountId).select(["id", "debtor_id"]).where("public_id", "=", publicId).executeTakeFirst();
    return row ?? null;
  }

  async byIds(accountId: number, debtIds: readonly number[]): Promise<DebtRecord[]> {
    if (debtIds.length === 0) return [];
    return this.debts(accountId).selectAll().where("id", "in", debtIds).execute();
  }

  async idsBySource(accountId: number, source: string, references: readonly string[]): Promise<number[]> {
    if (references.length === 0) return [];
    const rows = await this.debts(accountId).select("id").where("source", "=", source).where("reference", "in", references).execute();
    return rows.map((row) => row.id);
  }

  /** Debts that may be called so however it is spelt; `likeness` tells which are. */
  async perhapsCalled(accountId: number, references: readonly string[]): Promise<CalledDebt[]> {
    const keys = [...new Set(references.map(looseKey))];
    if (keys.length === 0) return [];
    return this.debts(accountId)
      .select(["id", "debtor_id", "source", "reference", "loose_reference", "currency", "reported_minor"])
      .where("loose_reference", "in", keys)
      .where("source", "not like", "undone:%")
      .orderBy("id")
      .execute();
  }

  /** Whose debts a text may mention. @param mentions of `mentionsIn` */
  async debtorsMentioned(accountId: number, mentions: readonly string[]): Promise<number[]> {
    const wanted = new Set(mentions);
    const numbers = [...wanted].flatMap((mention) => mentionedNumber(mention) ?? []);
    const keys = [...wanted].flatMap((mention) => (mentionedNumber(mention) === null ? looseKey(mention) : []));
    const found = [
      ...(await this.naming(accountId, "reference_number", numbers)),
      ...(await this.naming(accountId, "loose_reference", keys)),
    ];
    const meant = found.filter(({ reference }) => mentionsOf(reference).some((mention) => wanted.has(mention)));
    return [...new Set(meant.map(({ debtor_id: debtorId }) => debtorId))].toSorted((a, b) => a - b);
  }

  /** Whose the debts are, each debtor once. */
  async debtorIdsOf(accountId: number, debtIds: readonly number[]): Promise<number[]> {
    if (debtIds.length === 0) return [];
    const rows = await this.debts(accountId).select("debtor_id").distinct().where("id", "in", debtIds).execute();
    return rows.map((row) => row.debtor_id);
  }

  async openIdsOf(accountId: number, debtorIds: readonly number[]): Promise<number[]> {
    if (debtorIds.length === 0) return [];
    const rows = await this.debts(accountId).select("id").where("status", "=", "open").where("debtor_id", "in", debtorIds).execute();
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
      rows.map((row) => ({ ...row, loose_reference: looseKey(row.reference), reference_number: referenceNumber(row.reference) })),
    );
    const publicIds = rows.map((row) => row.public_id);
    const found = await this.debts(accountId).select(["id", "public_id"]).where("public_id", "in", publicIds).execute();
    return new Map(found.map((row) => [row.public_id, row.id]));
  }

  /** @param rows whole rows; found again by source and reference. Balances are not taken from them. */
  async update(rows: readonly SqlRow[]): Promise<void> {
    const columns = ["product", "principal_minor", "reported_minor", "due_date", "instalment_minor", "credit_date", "updated_at"];
    await this.db.upsert("debt", rows, ["account_id", "source", "reference"], columns);
  }

  private async naming(accountId: number, column: "loose_reference" | "reference_number", values: readonly string[]) {
    const found: Pick<DebtRecord, "debtor_id" | "reference">[] = [];
    for (let at = 0; at < values.length; at += AT_ONCE) {
      const some = this.debts(accountId)
        .select(["debtor_id", "reference"])
        .where(column, "in", values.slice(at, at + AT_ONCE));
      found.push(...(await some.where("source", "not like", "undone:%").execute()));
    }
    return found;
  }

  private debts(accountId: number) {
    return this.db.typed<PortfolioTables>().selectFrom("debt").where("account_id", "=", accountId);
  }
}

import { Injectable } from "@nestjs/common";
import type { CalendarDate } from "../../../shared/calendar.js";
import type { Currency } from "../../../shared/money.js";
import { Database } from "../../../platform/database/database.js";
import { DEBT, DEBTOR, HOLD, type PortfolioTables } from "../../portfolio/index.js";
import type { CsvTable } from "../file/table.adapter.js";
import { IMPORT_CHANGE, type ImportsTables } from "../imports.tables.js";
import { debtKeyOf } from "../rows/domain/debt-row.js";
import { debtKey } from "../rows/domain/known.js";
import { RowReader } from "../rows/domain/row-reader.js";
import type { FileHoldReason } from "./import-holds.service.js";

/** Open debts of the sources a file speaks of. */
export interface Absence {
  readonly open: number;
  /** Row ids of those it does not name. */
  readonly debtIds: readonly number[];
}

export interface AbsentDebt {
  readonly id: number;
  readonly debtorPublicId: string;
  readonly externalId: string;
  readonly source: string;
  readonly reference: string;
  readonly balanceMinor: number;
  readonly currency: Currency;
  readonly dueDate: CalendarDate;
}

const PAGE = 1000;
const COLUMNS = [
  "b.public_id as debtorPublicId",
  "b.external_id as externalId",
  "d.source",
  "d.reference",
  "d.balance_minor as balanceMinor",
  "d.currency",
  "d.due_date as dueDate",
] as const;

export interface DebtHeldByImport extends AbsentDebt {
  readonly reason: FileHoldReason;
}

/** Compares snapshots with what is open. */
@Injectable()
export class SnapshotView {
  constructor(private readonly db: Database) {}

  /** A debt whose row is refused is in the file all the same. */
  async absence(accountId: number, table: CsvTable): Promise<Absence> {
    const named = new Set<string>();
    const sources = new Set<string>();
    for await (const row of table.rows()) {
      const { source, reference } = debtKeyOf(new RowReader(table.map, table.formats, row));
      // A line of totals below the rows names no debt and speaks of no system.
      if (reference === "") continue;
      sources.add(source);
      named.add(debtKey(source, reference));
    }
    let open = 0;
    const debtIds: number[] = [];
    for (const source of sources) {
      for await (const debt of this.openOf(accountId, source)) {
        open++;
        if (!named.has(debtKey(source, debt.reference))) debtIds.push(debt.id);
      }
    }
    return { open, debtIds };
  }

  async describe(accountId: number, debtIds: readonly number[]): Promise<AbsentDebt[]> {
    if (debtIds.length === 0) return [];
    return this.db
      .typed<PortfolioTables>()
      .selectFrom(`${DEBT} as d`)
      .innerJoin(`${DEBTOR} as b`, (join) => join.onRef("b.account_id", "=", "d.account_id").onRef("b.id", "=", "d.debtor_id"))
      .select("d.id")
      .select(COLUMNS)
      .where("d.account_id", "=", accountId)
      .where("d.id", "in", debtIds)
      .orderBy("d.id")
      .execute();
  }

  /** Debts that an import put on hold, in the order it did; `id` is the place in it. */
  heldBy(accountId: number, importId: number, after: number, limit: number): Promise<DebtHeldByImport[]> {
    return (
      this.db
        .typed<ImportsTables & PortfolioTables>()
        .selectFrom(`${IMPORT_CHANGE} as c`)
        .innerJoin(`${HOLD} as h`, (join) => join.onRef("h.account_id", "=", "c.account_id").onRef("h.id", "=", "c.hold_id"))
        .innerJoin(`${DEBT} as d`, (join) => join.onRef("d.account_id", "=", "c.account_id").onRef("d.id", "=", "c.debt_id"))
        .innerJoin(`${DEBTOR} as b`, (join) => join.onRef("b.account_id", "=", "d.account_id").onRef("b.id", "=", "d.debtor_id"))
        .select(["c.id", "h.reason"])
        .select(COLUMNS)
        .where("c.account_id", "=", accountId)
        .where("c.import_id", "=", importId)
        .where("c.kind", "=", "held")
        .where("c.id", ">", after)
        .orderBy("c.id")
        .limit(limit)
        // An import places no other holds.
        .$narrowType<{ reason: FileHoldReason }>()
        .execute()
    );
  }

  private async *openOf(accountId: number, source: string): AsyncGenerator<{ id: number; reference: string }> {
    let after = "";
    for (;;) {
      const rows = await this.db
        .typed<PortfolioTables>()
        .selectFrom(DEBT)
        .select(["id", "reference"])
        .where("account_id", "=", accountId)
        .where("source", "=", source)
        .where("status", "=", "open")
        .where("reference", ">", after)
        .orderBy("reference")
        .limit(PAGE)
        .execute();
      yield* rows;
      if (rows.length < PAGE) return;
      after = rows.at(-1)!.reference;
    }
  }
}

import { Injectable } from "@nestjs/common";
import type { CalendarDate } from "../../../shared/calendar.js";
import type { Currency } from "../../../shared/money.js";
import { Database } from "../../../platform/database/database.js";
import { marks } from "../../../platform/database/marks.js";
import { HOLD } from "../../portfolio/index.js";
import type { CsvTable } from "../file/table.adapter.js";
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
const COLUMNS = `b.public_id as debtorPublicId, b.external_id as externalId, d.source, d.reference, d.balance_minor as balanceMinor,
  d.currency, d.due_date as dueDate`;

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
    return this.db.rows<AbsentDebt>(
      `select d.id, ${COLUMNS} from debt d join debtor b on b.account_id = d.account_id and b.id = d.debtor_id
       where d.account_id = ? and d.id in (${marks(debtIds)}) order by d.id`,
      [accountId, ...debtIds],
    );
  }

  /** Debts that an import put on hold, in the order it did; `id` is the place in it. */
  heldBy(accountId: number, importId: number, after: number, limit: number): Promise<DebtHeldByImport[]> {
    return this.db.rows<DebtHeldByImport>(
      `select c.id, h.reason, ${COLUMNS} from import_change c
       join ${HOLD} h on h.account_id = c.account_id and h.id = c.hold_id
       join debt d on d.account_id = c.account_id and d.id = c.debt_id
       join debtor b on b.account_id = d.account_id and b.id = d.debtor_id
       where c.account_id = ? and c.import_id = ? and c.kind = 'held' and c.id > ? order by c.id limit ?`,
      [accountId, importId, after, limit],
    );
  }

  private async *openOf(accountId: number, source: string): AsyncGenerator<{ id: number; reference: string }> {
    let after = "";
    for (;;) {
      const rows = await this.db.rows<{ id: number; reference: string }>(
        "select id, reference from debt where account_id = ? and source = ? and status = 'open' and reference > ? order by reference limit ?",
        [accountId, source, after, PAGE],
      );
      yield* rows;
      if (rows.length < PAGE) return;
      after = rows.at(-1)!.reference;
    }
  }
}

import { Injectable } from "@nestjs/common";
import { type PaymentOutcome, Payments } from "../../payments/index.js";
import type { FileRow } from "../file/domain/file-row.js";
import type { CsvTable } from "../file/table.adapter.js";
import { type PaymentRow, readPaymentRow } from "../rows/domain/payment-row.js";
import type { RejectedRow, RowProblem } from "../rows/domain/row-problem.js";
import { RowReader } from "../rows/domain/row-reader.js";
import { FileMemory } from "./domain/file-memory.js";
import { type ImportTrace, NO_TRACE } from "./domain/import-trace.js";
import type { ImportContext, Intake } from "./domain/intake.js";

/** Files of payments, by the same door as payments from anywhere else. */
@Injectable()
export class PaymentsIntake {
  constructor(private readonly payments: Payments) {}

  open(accountId: number, table: CsvTable): Promise<Intake> {
    const column = table.map.headers[table.map.fields.indexOf("payment_id")] ?? "payment_id";
    const memory = new FileMemory();
    return Promise.resolve({
      take: async (context: ImportContext | null, records: readonly FileRow[]) => {
        const draft = memory.draft();
        const rejected: RejectedRow[] = [];
        const good: PaymentRow[] = [];
        const refuse = (row: PaymentRow, code: RowProblem["code"], params: RowProblem["params"] = {}) =>
          rejected.push({ line: row.line, cells: row.cells, problems: [{ column, value: row.payment.externalId, code, params }] });
        for (const record of records) {
          const { line } = record;
          const reader = new RowReader(table.map, table.formats, record);
          const row = readPaymentRow(reader, line);
          const before = row && draft.lineOf(row.payment.externalId);
          if (!row) rejected.push({ line, cells: reader.cells, problems: reader.problems });
          else if (before) refuse(row, "payment.repeated", { line: before });
          else good.push(row);
          if (row && !before) draft.note(row.payment.externalId, line);
        }
        const { outcomes, fresh } = await this.outcomes(accountId, context, good);
        const counts = { created: 0, updated: 0, unchanged: 0, rejected: 0 };
        for (const row of good) {
          const outcome = outcomes.get(row.payment.externalId)!;
          if (outcome === "different") refuse(row, "payment.different");
          else counts[outcome]++;
        }
        rejected.sort((a, b) => a.line - b.line);
        const ofDebts = { withoutConsent: 0, newDebtors: 0, newDebts: 0, numbers: [], released: 0 };
        return {
          counts: { ...counts, rejected: rejected.length },
          rejected,
          ...ofDebts,
          trace: { ...NO_TRACE, payments: fresh },
          keep: () => draft.keep(),
        };
      },
    });
  }

  private async outcomes(
    accountId: number,
    context: ImportContext | null,
    rows: readonly PaymentRow[],
  ): Promise<{ outcomes: Map<string, PaymentOutcome>; fresh: ImportTrace["payments"] }> {
    const inputs = rows.map((row) => row.payment);
    if (!context) return { outcomes: await this.payments.foresee(accountId, inputs), fresh: [] };
    return this.payments.recordMany(accountId, inputs, "file", context.actor);
  }
}

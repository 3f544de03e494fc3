import { Injectable } from "@nestjs/common";
import type { CalendarDate } from "../../../shared/calendar.js";
import { AccountSettingsView } from "../../portfolio/index.js";
import { type PaymentOutcome, Payments } from "../../payments/index.js";
import type { FileRow } from "../file/domain/file-row.js";
import { type PaymentInput, samePayment } from "../../payments/rules.js";
import type { CsvTable } from "../file/table.adapter.js";
import { type FilePayment, readPaymentRow } from "../rows/domain/payment-row.js";
import type { RejectedRow, RowProblem } from "../rows/domain/row-problem.js";
import { RowReader } from "../rows/domain/row-reader.js";
import { aboutPayment, aboutRow, type UnreadableRow } from "../rows/domain/unreadable-row.js";
import { type FileDraft, FileMemory } from "./domain/file-memory.js";
import { type ImportTrace, NO_TRACE } from "./domain/import-trace.js";
import type { ImportContext, Intake } from "./domain/intake.js";
import { OpenPayments } from "./open-payments.service.js";

/** Files of payments, by the same door as payments from anywhere else. */
@Injectable()
export class PaymentsIntake {
  constructor(
    private readonly accounts: AccountSettingsView,
    private readonly payments: Payments,
    private readonly leftOpen: OpenPayments,
  ) {}

  async open(accountId: number, table: CsvTable): Promise<Intake> {
    const today = await this.accounts.today(accountId);
    const column = table.map.headers[table.map.fields.indexOf("payment_id")] ?? "payment_id";
    const memory = new FileMemory();
    const refused = (row: FilePayment, code: RowProblem["code"], params: RowProblem["params"] = {}): RejectedRow => ({
      line: row.line,
      cells: row.cells,
      problems: [{ column, value: row.payment.externalId, code, params }],
    });
    return {
      take: async (context: ImportContext | null, records: readonly FileRow[]) => {
        const draft = memory.draft();
        const { good, repeated, bad, unreadable } = readRows(table, records, draft, today);
        const { outcomes, fresh } = await this.outcomes(accountId, context, good);
        const counts = { created: 0, updated: 0, unchanged: 0, rejected: 0 };
        const differing: FilePayment[] = [];
        for (const row of good) {
          const outcome = outcomes.get(row.payment.externalId)!;
          if (outcome === "different") differing.push(row);
          else counts[outcome]++;
        }
        const rejected = [
          ...bad,
          ...repeated.map((row) => refused(row, "payment.repeated", { line: draft.earlier(row.payment.externalId)!.line })),
          ...differing.map((row) => refused(row, "payment.different")),
        ].sort((a, b) => a.line - b.line);
        const doubted = [...differing, ...(await this.contradicting(accountId, repeated, good))];
        const { held, released } = await this.leftOpen.settle(accountId, context, {
          unreadable: [...unreadable, ...doubted.map(({ payment }) => aboutPayment(payment))],
          readable: good.filter((row) => !differing.includes(row)).map(({ payment }) => aboutPayment(payment)),
          memory: draft,
        });
        const ofDebts = { warned: [], withoutConsent: 0, newDebtors: 0, newDebts: 0, numbers: [] };
        return {
          counts: { ...counts, rejected: rejected.length },
          rejected,
          ...ofDebts,
          released,
          held,
          trace: { ...NO_TRACE, payments: fresh },
          keep: () => draft.keep(),
        };
      },
    };
  }

  private async outcomes(
    accountId: number,
    context: ImportContext | null,
    rows: readonly FilePayment[],
  ): Promise<{ outcomes: Map<string, PaymentOutcome>; fresh: ImportTrace["payments"] }> {
    const inputs = rows.map((row) => row.payment);
    if (!context) return { outcomes: await this.payments.foresee(accountId, inputs), fresh: [] };
    return this.payments.recordMany(accountId, inputs, "file", context.actor);
  }

  /** Rows with the id of an earlier one that say something else: money that is not recorded. */
  private async contradicting(accountId: number, repeated: readonly FilePayment[], good: readonly FilePayment[]): Promise<FilePayment[]> {
    if (repeated.length === 0) return [];
    const here = new Map<string, PaymentInput>(good.map(({ payment }) => [payment.externalId, payment]));
    const before = await this.payments.foresee(
      accountId,
      repeated.map(({ payment }) => payment),
    );
    return repeated.filter(({ payment }) => {
      const first = here.get(payment.externalId);
      return first ? !samePayment(first, payment) : before.get(payment.externalId) === "different";
    });
  }
}

function readRows(table: CsvTable, records: readonly FileRow[], draft: FileDraft, today: CalendarDate) {
  const good: FilePayment[] = [];
  const repeated: FilePayment[] = [];
  const bad: RejectedRow[] = [];
  const unreadable: UnreadableRow[] = [];
  for (const record of records) {
    const { line, cells } = record;
    const reader = new RowReader(table.map, table.formats, record);
    const row = readPaymentRow(reader, line, today);
    if (!row) {
      bad.push({ line, cells: reader.cells, problems: reader.problems });
      // Of nothing paid nothing is in doubt.
      if (reader.problems.some(({ code }) => code !== "amount.zero"))
        unreadable.push(aboutRow(new RowReader(table.map, table.formats, record), cells));
    } else if (draft.earlier(row.payment.externalId)) repeated.push(row);
    else {
      good.push(row);
      draft.note(row.payment.externalId, { line, minor: row.payment.amountMinor });
    }
  }
  return { good, repeated, bad, unreadable };
}

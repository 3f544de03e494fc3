import { Injectable } from "@nestjs/common";
import { PaymentDoubts, Payments } from "../../payments/index.js";
import { DebtorsStore } from "../../portfolio/index.js";
import { debtorsOf, withoutDebtors } from "../run/domain/import-trace.js";
import type { ImportContext } from "../run/domain/intake.js";
import { ImportTraces, type StoredTrace } from "../run/import-traces.store.js";
import type { ImportRecord } from "../run/imports.store.js";
import { UndoCheck } from "./undo-check.service.js";
import { UndoDebtors } from "./undo-debtors.service.js";
import { UndoDebts } from "./undo-debts.service.js";

/** Takes back what one chunk of an import changed: its payments, debts and debtors, and the doubts they left. Works in the caller's unit of work. */
@Injectable()
export class UndoChunk {
  constructor(
    private readonly traces: ImportTraces,
    private readonly check: UndoCheck,
    private readonly debtors: DebtorsStore,
    private readonly undoDebts: UndoDebts,
    private readonly undoDebtors: UndoDebtors,
    private readonly payments: Payments,
    private readonly doubts: PaymentDoubts,
  ) {}

  async restore(record: ImportRecord, context: ImportContext, { id, trace }: StoredTrace, reason: string): Promise<void> {
    const { accountId } = context;
    const rows = new Map((await this.debtors.lock(accountId, [...debtorsOf(trace)])).map((row) => [row.id, row]));
    const rest = withoutDebtors(trace, await this.check.keptIn(record, trace));
    const holders = await this.check.whoseIs(accountId, rest);
    await this.payments.undo(accountId, rest.payments, reason, context.actor);
    await this.undoDebts.restore(context, rest, [...holders]);
    // Payments no longer name those whose debts are gone.
    await this.doubts.end(accountId, [...new Set(rest.newDebts.map(({ debtorId }) => debtorId))]);
    await this.undoDebtors.restore(context, rest, rows);
    await this.traces.undone(accountId, id);
  }
}

import { Injectable } from "@nestjs/common";
import { Clock } from "../../../platform/clock/clock.js";
import { Database } from "../../../platform/database/database.js";
import { Journal } from "../../journal/index.js";
import { CreditNotes, Credits, LedgerStore, type NewEntry } from "../../payments/index.js";
import { AccountSettingsView, DEBT, type DebtRecord, DebtsStore, portfolioEvents, type PortfolioTables } from "../../portfolio/index.js";
import { type ImportTrace, notesOf } from "../run/domain/import-trace.js";
import type { ImportContext } from "../run/domain/intake.js";

/** Puts debts back as they were before a chunk of an import. Works in the caller's unit of work; their debtors are locked. */
@Injectable()
export class UndoDebts {
  constructor(
    private readonly db: Database,
    private readonly ledger: LedgerStore,
    private readonly debts: DebtsStore,
    private readonly credits: Credits,
    private readonly notes: CreditNotes,
    private readonly accounts: AccountSettingsView,
    private readonly clock: Clock,
    private readonly journal: Journal,
  ) {}

  /** @param holders whose money in hand is placed anew afterwards */
  async restore(context: ImportContext, trace: ImportTrace, holders: readonly number[]): Promise<void> {
    const { accountId, importId } = context;
    const { newDebts, changedDebts } = trace;
    const ids = [...newDebts, ...changedDebts].map(({ id }) => id);
    const freed = await this.credits.free(accountId, ids, { importId });
    const rows = new Map((await this.debts.lock(accountId, ids)).map((row) => [row.id, row]));
    const valueDate = await this.accounts.today(accountId);
    const now = this.clock.now();
    const made = newDebts.flatMap(({ id }) => rows.get(id) ?? []).filter(({ status }) => status !== "cancelled");
    // Not an adjustment: what is owed did not change, so a promise takes it for no payment.
    const entry = ({ id: debtId, currency }: DebtRecord, amountMinor: number): NewEntry[] =>
      amountMinor === 0 ? [] : [{ debtId, kind: "reversal", amountMinor, currency, valueDate, paymentId: null }];
    await this.debts.update(
      changedDebts.map(({ id: debtId, before }) => {
        const { id: _, ...row } = rows.get(debtId)!;
        return { ...row, account_id: accountId, ...before, updated_at: now };
      }),
    );
    await this.ledger.add(
      accountId,
      [
        ...made.flatMap((row) => entry(row, -row.balance_minor)),
        ...changedDebts.flatMap(({ id, adjustmentMinor }) => entry(rows.get(id)!, -adjustmentMinor)),
      ],
      now,
    );
    await this.ledger.settle(accountId, ids, now);
    await this.setAside(accountId, made);
    this.note(context, made, changedDebts, rows);
    await this.notes.restore(accountId, notesOf(trace), context);
    await this.credits.place(accountId, [...new Set([...holders, ...freed])], { importId });
  }

  /** Out of the way of its reference, which another file may bring again, for another debtor too. */
  private async setAside(accountId: number, debts: readonly DebtRecord[]): Promise<void> {
    if (debts.length === 0) return;
    const ids = debts.map(({ id }) => id);
    const rows = this.db.typed<PortfolioTables>().updateTable(DEBT).where("account_id", "=", accountId).where("id", "in", ids);
    await rows.set((is) => ({ status: "cancelled", source: is.fn<string>("concat", [is.val("undone:"), "public_id"]) })).execute();
  }

  private note(
    { accountId, actor, importId }: ImportContext,
    made: readonly DebtRecord[],
    changed: ImportTrace["changedDebts"],
    rows: ReadonlyMap<number, DebtRecord>,
  ): void {
    for (const debt of made) {
      const payload = {
        debt: debt.public_id,
        amountMinor: 0,
        adjustmentMinor: -debt.balance_minor,
        currency: debt.currency,
        import: importId,
      };
      this.journal.append(accountId, { type: portfolioEvents.debtUndone, version: 1, actor, debtorId: debt.debtor_id, payload });
    }
    for (const { id, before, adjustmentMinor } of changed) {
      const row = rows.get(id)!;
      const stood = termsOf(row, row.balance_minor);
      const payload = {
        debt: row.public_id,
        ...termsOf({ ...row, ...before }, row.balance_minor - adjustmentMinor),
        currency: row.currency,
        adjustmentMinor: -adjustmentMinor,
        before: stood,
        import: importId,
        undone: true,
      };
      this.journal.append(accountId, { type: portfolioEvents.debtChanged, version: 1, actor, debtorId: row.debtor_id, payload });
    }
  }
}

function termsOf(row: DebtRecord, amountMinor: number) {
  return {
    amountMinor,
    principalMinor: row.principal_minor,
    dueDate: row.due_date,
    product: row.product,
    instalmentMinor: row.instalment_minor,
    creditDate: row.credit_date,
  };
}

import { Injectable } from "@nestjs/common";
import type { CalendarDate } from "../../../shared/calendar.js";
import { Clock } from "../../../platform/clock/clock.js";
import { Ids } from "../../../platform/crypto/ids.js";
import { Journal, type JsonObject } from "../../journal/index.js";
import { LedgerStore, type NewEntry } from "../../payments/index.js";
import { DebtsStore, portfolioEvents } from "../../portfolio/index.js";
import type { DebtPlan } from "../rows/domain/plan-debts.js";
import type { LoadedChunk } from "./debt-facts.reader.js";
import type { ImportTrace } from "./domain/import-trace.js";
import type { ImportContext } from "./domain/intake.js";

/** Writes the debts of one chunk: rows, ledgers, journal. A fixed number of statements whatever the chunk holds. */
@Injectable()
export class DebtWriter {
  constructor(
    private readonly ledger: LedgerStore,
    private readonly debts: DebtsStore,
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly journal: Journal,
  ) {}

  /**
   * @param newDebtors row ids of the debtors this chunk created, by external id
   * @param today value date of what the file states
   * @returns the new debts
   */
  async write(
    context: ImportContext,
    plan: DebtPlan,
    loaded: LoadedChunk,
    newDebtors: ReadonlyMap<string, number>,
    today: CalendarDate,
  ): Promise<ImportTrace["newDebts"]> {
    const { entries: created, newDebts } = await this.create(context, plan, loaded, newDebtors, today);
    const changed = await this.change(context, plan, loaded, today);
    const now = this.clock.now();
    await this.ledger.add(context.accountId, [...created, ...changed], now);
    // A new debt was written with the balance and state its own opening entries make.
    await this.ledger.settle(context.accountId, [...new Set(changed.map(({ debtId }) => debtId))], now);
    return newDebts;
  }

  /** The ledger of a debt opens with its principal and what the file's balance differs from it. */
  private async create(
    { accountId, actor, importId }: ImportContext,
    { newDebts }: DebtPlan,
    loaded: LoadedChunk,
    newDebtors: ReadonlyMap<string, number>,
    today: CalendarDate,
  ): Promise<{ entries: NewEntry[]; newDebts: ImportTrace["newDebts"] }> {
    const now = this.clock.now();
    const debts = newDebts.map(({ debtor, input }) => {
      const balance = input.balanceMinor ?? input.principalMinor!;
      return {
        input,
        publicId: this.ids.next(),
        debtorId: newDebtors.get(debtor) ?? loaded.debtors.get(debtor)!.id,
        principal: input.principalMinor ?? balance,
        balance,
      };
    });
    const rowIds = await this.debts.insert(
      accountId,
      debts.map(({ input, publicId, debtorId, principal, balance }) => ({
        account_id: accountId,
        public_id: publicId,
        debtor_id: debtorId,
        source: input.source,
        reference: input.reference,
        product: input.product,
        principal_minor: principal,
        balance_minor: balance,
        reported_minor: balance,
        currency: input.currency,
        due_date: input.dueDate,
        instalment_minor: input.instalmentMinor,
        credit_date: input.creditDate,
        status: balance > 0 ? "open" : "paid",
        created_at: now,
        updated_at: now,
      })),
    );
    const entries = debts.flatMap(({ input, publicId, debtorId, principal, balance }) => {
      const { currency, dueDate, product, instalmentMinor, creditDate } = input;
      const terms = { currency, dueDate, product, instalmentMinor, creditDate };
      const payload = { debt: publicId, amountMinor: balance, principalMinor: principal, ...terms, import: importId };
      this.journal.append(accountId, {
        type: portfolioEvents.debtImported,
        version: 1,
        actor,
        debtorId,
        payload,
        personal: { reference: input.reference },
      });
      const entry = { debtId: rowIds.get(publicId)!, currency, valueDate: today, paymentId: null };
      const opening: NewEntry[] = [{ ...entry, kind: "charge", amountMinor: principal }];
      if (balance !== principal) opening.push({ ...entry, kind: "adjustment", amountMinor: balance - principal });
      return opening;
    });
    return { entries, newDebts: debts.map(({ publicId, debtorId }) => ({ id: rowIds.get(publicId)!, debtorId })) };
  }

  private async change(
    { accountId, actor, importId }: ImportContext,
    { changedDebts }: DebtPlan,
    loaded: LoadedChunk,
    today: CalendarDate,
  ): Promise<NewEntry[]> {
    const now = this.clock.now();
    await this.debts.update(
      changedDebts.map(({ known, values }) => {
        const { id: _, ...row } = loaded.debtRows.get(known.id)!;
        return {
          ...row,
          account_id: accountId,
          product: values.product,
          principal_minor: values.principalMinor,
          reported_minor: values.reportedMinor,
          due_date: values.dueDate,
          instalment_minor: values.instalmentMinor,
          credit_date: values.creditDate,
          updated_at: now,
        };
      }),
    );
    return changedDebts.flatMap(({ known, values, adjustmentMinor }): NewEntry[] => {
      const amountMinor = known.balanceMinor + adjustmentMinor;
      const before: JsonObject = {
        amountMinor: known.balanceMinor,
        principalMinor: known.principalMinor,
        dueDate: known.dueDate,
        product: known.product,
        instalmentMinor: known.instalmentMinor,
        creditDate: known.creditDate,
      };
      const after: JsonObject = {
        amountMinor,
        principalMinor: values.principalMinor,
        dueDate: values.dueDate,
        product: values.product,
        instalmentMinor: values.instalmentMinor,
        creditDate: values.creditDate,
      };
      if (Object.keys(after).every((field) => after[field] === before[field])) return [];
      this.journal.append(accountId, {
        type: portfolioEvents.debtChanged,
        version: 1,
        actor,
        debtorId: known.debtorId,
        payload: { debt: known.publicId, ...after, currency: known.currency, adjustmentMinor, before, import: importId },
      });
      if (adjustmentMinor === 0) return [];
      return [
        { debtId: known.id, kind: "adjustment", amountMinor: adjustmentMinor, currency: known.currency, valueDate: today, paymentId: null },
      ];
    });
  }
}

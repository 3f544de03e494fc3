import { Injectable } from "@nestjs/common";
import type { FileDebt } from "../rows/domain/debt-row.js";
import { debtKey } from "../rows/domain/known.js";
import type { DebtPlan } from "../rows/domain/plan-debts.js";
import type { UnreadableRow } from "../rows/domain/unreadable-row.js";
import { DoubtedDebtsView } from "./doubted-debts.view.js";
import type { FileDraft } from "./domain/file-memory.js";
import type { ImportContext } from "./domain/intake.js";
import { ImportHolds } from "./import-holds.service.js";

/** What a chunk of a file of debts leaves open. */
interface LeftOpen {
  readonly plan: Pick<DebtPlan, "doubted" | "doubtedDebtors" | "changedDebts">;
  readonly unreadable: readonly UnreadableRow[];
  readonly good: readonly FileDebt[];
  readonly memory: FileDraft;
}

/**
 * A row that cannot be used may be the one that says that a debt is paid, or that something is in the debtor's favour: what it is about is
 * not chased until a good row names it or a person says. In the caller's unit of work; without a context it only counts.
 */
@Injectable()
export class OpenQuestions {
  constructor(
    private readonly debts: DoubtedDebtsView,
    private readonly holds: ImportHolds,
  ) {}

  /** Once the chunk is written: what it brings may be doubted too. @returns how many debts */
  async hold(accountId: number, context: ImportContext | null, { plan, unreadable, good, memory }: LeftOpen): Promise<number> {
    const credits = unreadable.filter(({ favour }) => favour);
    const debtors = [...plan.doubtedDebtors, ...credits.flatMap(({ externalId }) => (externalId === "" ? [] : [externalId]))];
    for (const debtor of debtors) memory.doubtDebtor(debtor);
    const named = [
      ...plan.doubted,
      ...unreadable.filter(({ reference }) => reference !== ""),
      ...good.flatMap(({ debtor, debt }) =>
        memory.isDebtorDoubted(debtor.externalId) ? [{ ...debt, externalId: debtor.externalId }] : [],
      ),
    ];
    for (const { source, reference } of named) memory.doubt(debtKey(source, reference));
    const called = await this.debts.byReferences(accountId, named);
    for (const { key } of called) memory.doubt(key);
    const inFavour = await this.debts.byMentions(accountId, [...debtors.map((externalId) => ({ externalId, mentions: [] })), ...credits]);
    for (const { key } of inFavour) memory.doubt(key);
    const nameless = unreadable.filter((row) => row.reference === "" && !row.favour && (row.externalId !== "" || row.mentions.length > 0));
    const found = [
      ...called,
      ...inFavour,
      // Of what a good row of the same file names it is known what is owed.
      ...(await this.debts.byMentions(accountId, nameless)).filter(({ key }) => memory.earlier(key) === undefined),
    ];
    const paid = new Set(
      plan.changedDebts.flatMap(({ known, adjustmentMinor }) => (known.balanceMinor + adjustmentMinor > 0 ? [] : known.id)),
    );
    const doubted = [...new Set(found.map(({ id }) => id))].filter((id) => !paid.has(id));
    if (context) return this.holds.place(context, doubted, "unreadable_row");
    return this.holds.wouldHold(accountId, doubted, "unreadable_row");
  }

  /** Debts that good rows name, whatever earlier files left open of them. @returns how many were held */
  release(accountId: number, context: ImportContext | null, debtIds: readonly number[]): Promise<number> {
    return context ? this.holds.release(context, debtIds, "debts") : this.holds.waiting(accountId, debtIds, "debts");
  }
}

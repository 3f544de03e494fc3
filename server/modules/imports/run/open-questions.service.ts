import { Injectable } from "@nestjs/common";
import { debtKey } from "../rows/domain/known.js";
import type { DebtPlan } from "../rows/domain/plan-debts.js";
import type { UnreadableRow } from "../rows/domain/unreadable-row.js";
import { type DoubtedDebt, DoubtedDebtsView } from "./doubted-debts.view.js";
import type { FileDraft } from "./domain/file-memory.js";
import type { ImportContext } from "./domain/intake.js";
import { ImportHolds } from "./import-holds.service.js";

/** What a chunk of a file of debts leaves open. */
interface LeftOpen {
  readonly plan: Pick<DebtPlan, "doubted" | "changedDebts">;
  readonly unreadable: readonly UnreadableRow[];
  readonly memory: FileDraft;
}

/**
 * A row that cannot be used may be the one that says that a debt is paid: the debt is not chased until a good row names it or a person says.
 * In the caller's unit of work; without a context it only counts.
 */
@Injectable()
export class OpenQuestions {
  constructor(
    private readonly debts: DoubtedDebtsView,
    private readonly holds: ImportHolds,
  ) {}

  /** Once the chunk is written: what it brings may be doubted too. @returns how many debts */
  async hold(accountId: number, context: ImportContext | null, { plan, unreadable, memory }: LeftOpen): Promise<number> {
    const keys = [
      ...plan.doubted,
      ...unreadable.flatMap(({ source, reference }) => (reference === "" ? [] : [debtKey(source, reference)])),
    ];
    for (const key of keys) memory.doubt(key);
    const nameless = unreadable.filter(
      ({ reference, externalId, mentions }) => reference === "" && (externalId !== "" || mentions.length > 0),
    );
    const ids = [
      ...(await this.debts.byKeys(accountId, keys)),
      ...(await this.debts.byMentions(accountId, nameless)).filter((debt) => isUnnamed(debt, memory)),
    ].map(({ id }) => id);
    const paid = new Set(
      plan.changedDebts.flatMap(({ known, adjustmentMinor }) => (known.balanceMinor + adjustmentMinor > 0 ? [] : known.id)),
    );
    const doubted = [...new Set(ids)].filter((id) => !paid.has(id));
    if (context) return this.holds.place(context, doubted, "unreadable_row");
    return this.holds.wouldHold(accountId, doubted, "unreadable_row");
  }

  /** Debts that good rows name, whatever earlier files left open of them. @returns how many were held */
  release(accountId: number, context: ImportContext | null, debtIds: readonly number[]): Promise<number> {
    return context ? this.holds.release(context, debtIds, "debts") : this.holds.waiting(accountId, debtIds, "debts");
  }
}

/** A good row of the same file says what is owed of it. */
function isUnnamed({ key }: DoubtedDebt, memory: FileDraft): boolean {
  return memory.earlier(key) === undefined;
}

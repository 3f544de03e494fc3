import { Injectable } from "@nestjs/common";
import type { CalendarDate } from "../../../shared/calendar.js";
import { CreditNotes, Credits, type StatedNote } from "../../payments/index.js";
import type { DebtPlan } from "../rows/domain/plan-debts.js";
import type { LoadedChunk } from "./debt-facts.reader.js";
import type { ImportContext } from "./domain/intake.js";

/** What a chunk of a file says of balances in debtors' favour, and what they and money in hand are worth for what it says is owed. */
@Injectable()
export class CreditsIntake {
  constructor(
    private readonly notes: CreditNotes,
    private readonly credits: Credits,
  ) {}

  /** Once the chunk's debts are written. @param newDebtors row ids of the debtors this chunk created, by external id */
  async take(
    { accountId, actor, importId }: ImportContext,
    plan: DebtPlan,
    loaded: LoadedChunk,
    newDebtors: ReadonlyMap<string, number>,
    today: CalendarDate,
  ): ReturnType<CreditNotes["state"]> {
    const idOf = (externalId: string) => newDebtors.get(externalId) ?? loaded.debtors.get(externalId)!.id;
    const stated = plan.credits.map(({ debtor, input: { source, reference, currency }, minor, known }): StatedNote => {
      const row = known === null ? null : (loaded.noteRows.get(known.id) ?? null);
      return { debtorId: idOf(debtor), debtorExternalId: debtor, source, reference, currency, minor, known: row };
    });
    const taken = await this.notes.state(accountId, stated, { actor, importId }, today);
    const raised = plan.changedDebts.flatMap(({ known, adjustmentMinor }) => (adjustmentMinor > 0 ? [known.debtorId] : []));
    const owing = [...raised, ...plan.newDebts.map(({ debtor }) => idOf(debtor)), ...stated.map(({ debtorId }) => debtorId)];
    await this.credits.place(accountId, [...new Set(owing)], { importId });
    return taken;
  }
}

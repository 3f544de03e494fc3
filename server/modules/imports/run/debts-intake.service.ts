import { Injectable } from "@nestjs/common";
import type { CalendarDate } from "../../../shared/calendar.js";
import { PaymentDoubts } from "../../payments/index.js";
import { AccountSettingsView, NumberOwnersStore, readPhone } from "../../portfolio/index.js";
import type { FileRow } from "../file/domain/file-row.js";
import type { CsvTable } from "../file/table.adapter.js";
import { type FileDebt, readDebtRow } from "../rows/domain/debt-row.js";
import { languageNamed } from "../rows/languages.words.js";
import { withoutForeignNumber } from "../rows/domain/foreign-number.js";
import { debtKey } from "../rows/domain/known.js";
import { type DebtPlan, planDebts } from "../rows/domain/plan-debts.js";
import type { RejectedRow } from "../rows/domain/row-problem.js";
import { RowReader } from "../rows/domain/row-reader.js";
import type { NamedField } from "../rows/domain/row-refusal.js";
import { aboutRow, swallowedRows, type UnreadableRow } from "../rows/domain/unreadable-row.js";
import { CreditsIntake } from "./credits-intake.service.js";
import { DebtFactsReader, type LoadedChunk } from "./debt-facts.reader.js";
import { DebtWriter } from "./debt-writer.service.js";
import { DebtorWriter } from "./debtor-writer.service.js";
import { FileMemory } from "./domain/file-memory.js";
import { type ImportTrace, NO_TRACE } from "./domain/import-trace.js";
import type { Intake } from "./domain/intake.js";
import type { NumberChange } from "./domain/number-tally.js";
import { OpenQuestions } from "./open-questions.service.js";

/** Files of debts: read → load → decide → write, a chunk at a time. */
@Injectable()
export class DebtsIntake {
  constructor(
    private readonly accounts: AccountSettingsView,
    private readonly facts: DebtFactsReader,
    private readonly debtors: DebtorWriter,
    private readonly debts: DebtWriter,
    private readonly openQuestions: OpenQuestions,
    private readonly credits: CreditsIntake,
    private readonly doubts: PaymentDoubts,
    private readonly owners: NumberOwnersStore,
  ) {}

  async open(accountId: number, table: CsvTable): Promise<Intake> {
    const today = await this.accounts.today(accountId);
    const columnOf = (field: NamedField) => table.map.headers[table.map.fields.indexOf(field)] ?? field;
    const memory = new FileMemory();
    const owners = await this.owners.owners(accountId);
    return {
      take: async (context, records) => {
        const { good, bad, unreadable } = readRows(table, records, today);
        const loaded = await this.facts.load(accountId, good, today);
        const draft = memory.draft();
        const plan = planDebts(owners.size === 0 ? good : asOwned(good, owners, loaded), loaded, draft, columnOf);
        let trace = NO_TRACE;
        if (context) {
          const { ids, newPoints } = await this.debtors.write(context, plan, loaded);
          const newDebts = await this.debts.write(context, plan, loaded, ids, today);
          const references = new Map(plan.newDebts.map(({ input }, index) => [input.reference, newDebts[index]!.debtorId]));
          await this.doubts.meet(accountId, { references, externalIds: ids });
          const { fresh, changed } = await this.credits.take(context, plan, loaded, ids, today);
          trace = traceOf(plan, loaded, { newDebtors: [...ids.values()], newPoints, newDebts, payments: fresh, changedNotes: changed });
        }
        const held = await this.openQuestions.hold(accountId, context, { plan, unreadable, good, memory: draft });
        const refused = new Set(plan.rejected.map(({ line }) => line));
        const named = good.filter(({ line }) => !refused.has(line)).map(({ debt }) => debtKey(debt.source, debt.reference));
        const settled = named.flatMap((key) => (draft.isDoubted(key) ? [] : (loaded.debts.get(key)?.id ?? [])));
        const released = await this.openQuestions.release(accountId, context, settled);
        const rejected = [...bad, ...plan.rejected].sort((a, b) => a.line - b.line);
        return {
          counts: { ...plan.counts, rejected: rejected.length },
          rejected,
          warned: plan.warned,
          withoutConsent: plan.withoutConsent,
          newDebtors: plan.newDebtors.length,
          newDebts: plan.newDebts.length,
          numbers: context ? [] : numberChanges(plan, loaded),
          released,
          held,
          trace,
          keep: () => draft.keep(),
        };
      },
    };
  }
}

/** The rows that can be used, those that cannot, and what the latter may be about. */
function readRows(table: CsvTable, records: readonly FileRow[], today: CalendarDate) {
  const good: FileDebt[] = [];
  const bad: RejectedRow[] = [];
  const unreadable: UnreadableRow[] = [];
  for (const record of records) {
    const { line, cells } = record;
    const reader = new RowReader(table.map, table.formats, record);
    const row = readDebtRow(reader, line, { phone: readPhone, language: languageNamed }, today);
    if (row) {
      good.push(row);
      const mentions = swallowedRows(cells);
      if (mentions.length > 0) unreadable.push({ source: "", reference: "", externalId: "", mentions, favour: false });
    } else {
      bad.push({ line, cells: reader.cells, problems: [...reader.problems, ...reader.warnings] });
      unreadable.push(aboutRow(new RowReader(table.map, table.formats, record), cells));
    }
  }
  return { good, bad, unreadable };
}

/** The rows without numbers that somebody said are another's. */
function asOwned(rows: readonly FileDebt[], owners: ReadonlyMap<string, number>, { phoneHash, debtors }: LoadedChunk): FileDebt[] {
  return rows.map((row) => {
    const { phone, externalId } = row.debtor;
    return phone === null ? row : withoutForeignNumber(row, owners.get(phoneHash(phone)), debtors.get(externalId)?.id);
  });
}

function numberChanges(plan: DebtPlan, { phoneHash, debtors }: LoadedChunk): NumberChange[] {
  const hashOf = new Map([...debtors.values()].flatMap((debtor) => debtor.contactPoints.map((point) => [point.id, point.hash] as const)));
  const planned = [
    ...plan.newDebtors.map(({ input, contacts }) => ({ input, contacts, debtorId: null })),
    ...plan.changedDebtors.map(({ input, contacts, known }) => ({ input, contacts, debtorId: known.id })),
  ];
  return planned.flatMap(({ input, contacts, debtorId }): NumberChange[] => {
    const who = { debtor: input.externalId, debtorId };
    const gained = contacts.create.length > 0 ? [{ ...who, hash: phoneHash(input.phone!), gains: true }] : [];
    return [...gained, ...contacts.retire.flatMap((id) => (hashOf.get(id) ? [{ ...who, hash: hashOf.get(id)!, gains: false }] : []))];
  });
}

/** How everything stood that the chunk changed. */
function traceOf(
  plan: DebtPlan,
  loaded: LoadedChunk,
  made: Pick<ImportTrace, "newDebtors" | "newPoints" | "newDebts" | "payments" | "changedNotes">,
): ImportTrace {
  const hashOf = new Map([...loaded.debtors.values()].flatMap((debtor) => debtor.contactPoints.map((point) => [point.id, point.hash])));
  const points = plan.changedDebtors.flatMap(({ known, contacts }) =>
    contacts.change.map((after) => ({ debtorId: known.id, after, before: loaded.pointRows.get(after.id)! })),
  );
  return {
    ...NO_TRACE,
    ...made,
    changedDebtors: plan.changedDebtors.flatMap(({ known, values }) => {
      if (values === null) return [];
      const { kind, employment, name_sealed, document_sealed, language, country, subdivision, zones } = loaded.debtorRows.get(known.id)!;
      const before = { kind, employment, name_sealed, document_sealed, language, country, subdivision, zones };
      return [{ id: known.id, before }];
    }),
    changedPoints: points.map(({ debtorId, before, after: { id, consent, consentSource, consentOn } }) => ({
      id,
      debtorId,
      before: { consent: before.consent, consentSource: before.consent_source, consentOn: before.consent_on },
      after: { consent, consentSource, consentOn },
    })),
    retiredPoints: plan.changedDebtors.flatMap(({ known, contacts }) =>
      contacts.retire.map((id) => ({ id, debtorId: known.id, hash: hashOf.get(id) ?? "" })),
    ),
    changedDebts: plan.changedDebts.map(({ known, adjustmentMinor }) => {
      const { product, principal_minor, reported_minor, due_date, instalment_minor, credit_date } = loaded.debtRows.get(known.id)!;
      const before = { product, principal_minor, reported_minor, due_date, instalment_minor, credit_date };
      return { id: known.id, debtorId: known.debtorId, before, adjustmentMinor };
    }),
  };
}

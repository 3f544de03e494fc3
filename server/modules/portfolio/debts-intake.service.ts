import { Injectable } from "@nestjs/common";
import { AccountSettingsView } from "./account-settings.view.js";
import { DebtFactsReader, type LoadedChunk } from "./debt-facts.reader.js";
import { DebtWriter } from "./debt-writer.service.js";
import { DebtorWriter } from "./debtor-writer.service.js";
import { type DebtRow, readDebtRow } from "./domain/debt-row.js";
import { FileMemory } from "./domain/file-memory.js";
import type { NumberChange } from "./domain/number-tally.js";
import { debtKey, type DebtPlan, planDebts } from "./domain/plan-debts.js";
import type { RejectedRow } from "./domain/row-problem.js";
import { RowReader } from "./domain/row-reader.js";
import type { CsvTable } from "./import/table.js";
import type { Intake } from "./import/intake.js";
import { readPhone } from "./import/phone-number.js";
import { SnapshotHolds } from "./snapshot-holds.service.js";

/** Files of debts: read → load → decide → write, a chunk at a time. */
@Injectable()
export class DebtsIntake {
  constructor(
    private readonly accounts: AccountSettingsView,
    private readonly facts: DebtFactsReader,
    private readonly debtors: DebtorWriter,
    private readonly debts: DebtWriter,
    private readonly holds: SnapshotHolds,
  ) {}

  async open(accountId: number, table: CsvTable): Promise<Intake> {
    const today = await this.accounts.today(accountId);
    const columnOf = (field: "reference" | "external_id" | "currency") => table.map.headers[table.map.fields.indexOf(field)] ?? field;
    const memory = new FileMemory();
    return {
      take: async (context, records) => {
        const bad: RejectedRow[] = [];
        const good: DebtRow[] = [];
        for (const { line, cells } of records) {
          const reader = new RowReader(table.map, table.formats, cells);
          const row = readDebtRow(reader, line, readPhone);
          if (row) good.push(row);
          else bad.push({ line, cells: reader.cells, problems: reader.problems });
        }
        const loaded = await this.facts.load(accountId, good);
        const draft = memory.draft();
        const plan = planDebts(good, loaded, draft, columnOf);
        if (context) {
          const created = await this.debtors.write(context, plan, loaded);
          await this.debts.write(context, plan, loaded, created, today);
        }
        const refused = new Set(plan.rejected.map(({ line }) => line));
        const named = good
          .filter(({ line }) => !refused.has(line))
          .flatMap(({ debt }) => loaded.debts.get(debtKey(debt.source, debt.reference))?.id ?? []);
        const released = context ? await this.holds.release(context, named) : await this.holds.waiting(accountId, named);
        const rejected = [...bad, ...plan.rejected].sort((a, b) => a.line - b.line);
        return {
          counts: { ...plan.counts, rejected: rejected.length },
          rejected,
          withoutConsent: plan.withoutConsent,
          newDebtors: plan.newDebtors.length,
          newDebts: plan.newDebts.length,
          numbers: context ? [] : numberChanges(plan, loaded),
          released,
          keep: () => draft.keep(),
        };
      },
    };
  }
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

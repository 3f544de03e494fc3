import type { CalendarDate } from "../../../../shared/calendar.js";
import type { Currency } from "../../../../shared/money.js";
import { addressAfter, type DebtorAddress } from "../../../portfolio/rules.js";
import type { FileDraft } from "../../run/domain/file-memory.js";
import type { DebtInput, DebtorInput, DebtRow } from "./debt-row.js";
import { type ContactPointPlan, type KnownContactPoint, planContactPoints } from "./plan-contact-points.js";
import { agreeWith, isNextInstalment } from "./reported-balance.js";
import type { RejectedRow, RowProblem } from "./row-problem.js";
import { isSamePerson } from "./same-person.js";

export interface KnownDebtor {
  readonly id: number;
  readonly publicId: string;
  /** Null when the debtor was erased. */
  readonly name: string | null;
  readonly document: string | null;
  readonly kind: string;
  readonly employment: string | null;
  readonly language: string;
  readonly country: string | null;
  readonly subdivision: string | null;
  readonly contactPoints: readonly KnownContactPoint[];
}

export interface KnownDebt {
  readonly id: number;
  readonly publicId: string;
  readonly debtorId: number;
  readonly currency: Currency;
  readonly principalMinor: number;
  readonly balanceMinor: number;
  readonly reportedMinor: number;
  readonly dueDate: CalendarDate;
  readonly product: string | null;
  readonly instalmentMinor: number | null;
  readonly creditDate: CalendarDate | null;
  readonly status: string;
  readonly recentlyPaid: readonly number[];
}

/** What is known of the debtors and debts that a chunk of rows names. */
export interface DebtFacts {
  readonly debtors: ReadonlyMap<string, KnownDebtor>;
  /** By `debtKey`. */
  readonly debts: ReadonlyMap<string, KnownDebt>;
  readonly phoneHash: (number: string) => string;
}

export type DebtorValues = Pick<KnownDebtor, "document" | "kind" | "employment" | "language" | keyof DebtorAddress> & {
  readonly name: string;
};

export interface DebtPlan {
  readonly newDebtors: readonly { readonly input: DebtorInput; readonly contacts: ContactPointPlan }[];
  readonly changedDebtors: readonly {
    readonly known: KnownDebtor;
    readonly input: DebtorInput;
    readonly values: DebtorValues | null;
    readonly contacts: ContactPointPlan;
  }[];
  readonly newDebts: readonly { readonly debtor: string; readonly input: DebtInput }[];
  readonly changedDebts: readonly { readonly known: KnownDebt; readonly values: DebtValues; readonly adjustmentMinor: number }[];
  readonly rejected: readonly RejectedRow[];
  /** Rows, by what becomes of their debt and debtor; the refused ones stand in `rejected`. */
  readonly counts: { readonly created: number; readonly updated: number; readonly unchanged: number };
  /** New or changed debtors whose number may not be written to for want of a proven consent. */
  readonly withoutConsent: number;
}

export type DebtValues = Pick<KnownDebt, "principalMinor" | "reportedMinor" | "dueDate" | "product" | "instalmentMinor" | "creditDate">;

export function debtKey(source: string, reference: string): string {
  return `${source}\n${reference}`;
}

/** Decides what a chunk of good rows changes. Notes in the file's memory what it took. */
export function planDebts(
  rows: readonly DebtRow[],
  facts: DebtFacts,
  memory: FileDraft,
  columnOf: (field: NamedField) => string,
): DebtPlan {
  const plan = new PlanBuilder();
  const refusals = new Map(rows.flatMap(({ debtor }) => (debtor.consent.refused ? [[debtor.externalId, debtor.consent] as const] : [])));
  const described = new Set<string>();
  for (const row of rows) {
    const known = facts.debtors.get(row.debtor.externalId);
    const key = debtKey(row.debt.source, row.debt.reference);
    const debt = facts.debts.get(key);
    const refusal = refusalOf(row, known, debt, memory.lineOf(key)) ?? strangerIn(row, known, facts.phoneHash);
    if (refusal) {
      const { field, ...problem } = refusal;
      plan.rejected.push({ line: row.line, cells: row.cells, problems: [{ column: columnOf(field), ...problem }] });
      continue;
    }
    memory.note(key, row.line);
    const { externalId, consent } = row.debtor;
    let debtorChanged = false;
    // The first row describes a debtor, but a refusal in any row is one.
    if (memory.meet(externalId)) {
      debtorChanged = plan.describe(known, { ...row.debtor, consent: refusals.get(externalId) ?? consent }, facts.phoneHash);
      described.add(externalId);
    } else if (consent.refused && known && !described.has(externalId)) {
      debtorChanged = plan.refuse(known, row.debtor);
      described.add(externalId);
    }
    plan.count(plan.owe(debt, row), debtorChanged);
  }
  return plan;
}

class PlanBuilder implements DebtPlan {
  readonly newDebtors: DebtPlan["newDebtors"][number][] = [];
  readonly changedDebtors: DebtPlan["changedDebtors"][number][] = [];
  readonly newDebts: DebtPlan["newDebts"][number][] = [];
  readonly changedDebts: DebtPlan["changedDebts"][number][] = [];
  readonly rejected: RejectedRow[] = [];
  readonly counts = { created: 0, updated: 0, unchanged: 0 };
  withoutConsent = 0;

  /** @returns whether a known debtor changes */
  describe(known: KnownDebtor | undefined, input: DebtorInput, phoneHash: (number: string) => string): boolean {
    const points = known?.contactPoints ?? [];
    const contacts = planContactPoints(points, input.phone === null ? null : phoneHash(input.phone), input.consent);
    if (!mayWrite(points, contacts)) this.withoutConsent++;
    if (!known) {
      this.newDebtors.push({ input, contacts });
      return false;
    }
    const values = changedValues(known, input);
    const changed = values !== null || contacts.create.length + contacts.change.length + contacts.retire.length > 0;
    if (changed) this.changedDebtors.push({ known, input, values, contacts });
    return changed;
  }

  /** Of a debtor whom an earlier chunk described. @returns whether they change */
  refuse(known: KnownDebtor, input: DebtorInput): boolean {
    const contacts = planContactPoints(known.contactPoints, null, input.consent);
    if (contacts.change.length > 0) this.changedDebtors.push({ known, input, values: null, contacts });
    return contacts.change.length > 0;
  }

  owe(known: KnownDebt | undefined, { debtor, debt }: DebtRow): "created" | "updated" | "unchanged" {
    if (!known) {
      this.newDebts.push({ debtor: debtor.externalId, input: debt });
      return "created";
    }
    const change = changeOf(known, debt);
    if (change) this.changedDebts.push({ known, ...change });
    return change ? "updated" : "unchanged";
  }

  count(outcome: "created" | "updated" | "unchanged", debtorChanged: boolean): void {
    this.counts[outcome === "unchanged" && debtorChanged ? "updated" : outcome]++;
  }
}

type NamedField = "reference" | "external_id" | "currency";
type Refusal = Omit<RowProblem, "column"> & { readonly field: NamedField };

function refusalOf(row: DebtRow, debtor: KnownDebtor | undefined, debt: KnownDebt | undefined, line: number | undefined): Refusal | null {
  const { reference, currency } = row.debt;
  if (debtor && debtor.name === null) return { field: "external_id", value: row.debtor.externalId, code: "debtor.erased" };
  if (line !== undefined) return { field: "reference", value: reference, code: "reference.repeated", params: { line } };
  if (debt && debt.debtorId !== debtor?.id) return { field: "reference", value: reference, code: "reference.of_another" };
  if (debt && debt.currency !== currency)
    return { field: "currency", value: currency, code: "currency.changed", params: { currency: debt.currency } };
  return null;
}

function strangerIn({ debtor }: DebtRow, known: KnownDebtor | undefined, phoneHash: DebtFacts["phoneHash"]): Refusal | null {
  if (!known || isSamePerson(known, debtor, phoneHash)) return null;
  return { field: "external_id", value: debtor.externalId, code: "id.of_another_name" };
}

/** An empty cell takes nothing away. */
function changedValues(known: KnownDebtor, input: DebtorInput): DebtorValues | null {
  const values = {
    name: input.name,
    document: input.document ?? known.document,
    kind: input.kind ?? known.kind,
    employment: input.employment ?? known.employment,
    language: input.language ?? known.language,
    ...addressAfter(known, input, input.phoneCountry),
  };
  const changed = (Object.keys(values) as (keyof typeof values)[]).some((key) => values[key] !== known[key]);
  return changed ? values : null;
}

function changeOf(known: KnownDebt, input: DebtInput): { values: DebtValues; adjustmentMinor: number } | null {
  if (known.status === "cancelled") return null;
  const principalMinor = input.principalMinor ?? known.principalMinor;
  const { adjustmentMinor, reportedMinor } = agreeWith(
    known,
    principalMinor,
    input.balanceMinor,
    isNextInstalment(known.dueDate, input.dueDate),
  );
  const values = {
    principalMinor,
    reportedMinor,
    dueDate: input.dueDate,
    product: input.product ?? known.product,
    instalmentMinor: input.instalmentMinor ?? known.instalmentMinor,
    creditDate: input.creditDate ?? known.creditDate,
  };
  const changed = (Object.keys(values) as (keyof DebtValues)[]).some((key) => values[key] !== known[key]);
  return changed || adjustmentMinor !== 0 ? { values, adjustmentMinor } : null;
}

function mayWrite(known: readonly KnownContactPoint[], plan: ContactPointPlan): boolean {
  const changed = new Map(plan.change.map((point) => [point.id, point.consent]));
  const after = known
    .filter((point) => point.channel === "whatsapp" && point.invalidAt === null && !plan.retire.includes(point.id))
    .map((point) => changed.get(point.id) ?? point.consent);
  for (const point of plan.create) if (point.channel === "whatsapp") after.push(point.consent);
  return after.includes("granted");
}

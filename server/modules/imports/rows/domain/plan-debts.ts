import { WRITTEN_CHANNEL } from "../../../../shared/channel.js";
import { restate } from "../../../payments/rules.js";
import { addressAfter, CLOSED_BY_DECISION, type DebtorAddress } from "../../../portfolio/rules.js";
import type { FileDraft } from "../../run/domain/file-memory.js";
import type { DebtInput, DebtorInput, FileDebt } from "./debt-row.js";
import { type DebtFacts, debtKey, type KnownCredit, type KnownDebt, type KnownDebtor } from "./known.js";
import { type ContactPointPlan, type KnownContactPoint, planContactPoints } from "./plan-contact-points.js";
import { agreeWith, isNextInstalment } from "./reported-balance.js";
import type { RejectedRow } from "./row-problem.js";
import { type NamedField, rowRefusalOf } from "./row-refusal.js";
import { SpeltOtherwise } from "./spelt-otherwise.js";
import { statedMinor } from "./stated-minor.js";

export type DebtorValues = Pick<KnownDebtor, "document" | "kind" | "employment" | "language" | keyof DebtorAddress> & {
  readonly name: string;
};
/** What a new debt or debtor cannot be without. */
export type NewDebtor = DebtorInput & { readonly name: string };
export type NewDebt = DebtInput & { readonly dueDate: string };

export interface DebtPlan {
  readonly newDebtors: readonly { readonly input: NewDebtor; readonly contacts: ContactPointPlan }[];
  readonly changedDebtors: readonly {
    readonly known: KnownDebtor;
    readonly input: DebtorInput;
    readonly values: DebtorValues | null;
    readonly contacts: ContactPointPlan;
  }[];
  readonly newDebts: readonly { readonly debtor: string; readonly input: NewDebt }[];
  readonly changedDebts: readonly { readonly known: KnownDebt; readonly values: DebtValues; readonly adjustmentMinor: number }[];
  /** What rows say of balances in debtors' favour, those that are new and those that changed. */
  readonly credits: readonly {
    readonly debtor: string;
    readonly input: DebtInput;
    readonly minor: number;
    readonly known: KnownCredit | null;
  }[];
  readonly rejected: readonly RejectedRow[];
  /** Rows that were taken without some of their cells. */
  readonly warned: readonly RejectedRow[];
  /** Debts of which rows leave it open what is owed, or whether it may be asked for. */
  readonly doubted: readonly DoubtedKey[];
  /** Debtors of whom rows leave it open what is in their favour. */
  readonly doubtedDebtors: readonly string[];
  /** Rows, by what becomes of their debt and debtor; the refused ones stand in `rejected`. */
  readonly counts: { readonly created: number; readonly updated: number; readonly unchanged: number };
  /** New or changed debtors whose number may not be written to for want of a proven consent. */
  readonly withoutConsent: number;
}

export interface DoubtedKey {
  readonly source: string;
  readonly reference: string;
  readonly externalId: string;
}

export type DebtValues = Pick<KnownDebt, "principalMinor" | "reportedMinor" | "dueDate" | "product" | "instalmentMinor" | "creditDate">;

/** Decides what a chunk of rows changes. Notes in the file's memory what it took. */
export function planDebts(
  rows: readonly FileDebt[],
  facts: DebtFacts,
  memory: FileDraft,
  columnOf: (field: NamedField) => string,
): DebtPlan {
  const plan = new PlanBuilder(facts.phoneHash);
  const refusals = new Map(rows.flatMap(({ debtor }) => (debtor.consent.refused ? [[debtor.externalId, debtor.consent] as const] : [])));
  const otherwise = new SpeltOtherwise(facts);
  const good = rows.filter((row) => admit(row, facts, memory, columnOf, plan, otherwise));
  const withNumber = firstWithNumber(good);
  const touched = new Set<string>();
  for (const row of good) {
    const { externalId, consent } = row.debtor;
    const known = facts.debtors.get(externalId);
    const refused = refusals.get(externalId);
    let debtorChanged = false;
    // The first row describes a debtor, but a refusal in any row is one, and so is the first number.
    if (memory.describe(externalId)) {
      const input = withNumberOf(row.debtor, withNumber.get(externalId));
      debtorChanged = plan.describe(known, { ...input, consent: refused ?? input.consent });
      memory.giveNumber(externalId, input.phone);
      touched.add(externalId);
    } else if (known && !touched.has(externalId)) {
      const late = memory.numberOf(externalId) === null ? withNumber.get(externalId) : undefined;
      if (late || consent.refused) {
        const input = late ?? { ...row.debtor, phone: null };
        debtorChanged = plan.amend(known, { ...input, consent: refused ?? input.consent });
        touched.add(externalId);
      }
    }
    memory.giveNumber(externalId, row.debtor.phone);
    const second = secondNumber(row, memory.numberOf(externalId), columnOf);
    if (row.warnings.length + second.length > 0) plan.warn(row, [...row.warnings, ...second]);
    const key = debtKey(row.debt.source, row.debt.reference);
    if (row.unsure && statedMinor(row) > 0) plan.doubt(row);
    const credited = plan.credit(facts.credits.get(key), row);
    const owed = plan.owe(facts.debts.get(key), row);
    plan.count(owed === "unchanged" ? credited : owed, debtorChanged);
  }
  return plan;
}

/** Refuses the row, or notes it as one that is taken. */
function admit(
  row: FileDebt,
  facts: DebtFacts,
  memory: FileDraft,
  columnOf: (field: NamedField) => string,
  plan: PlanBuilder,
  otherwise: SpeltOtherwise,
): row is FileDebt {
  const { externalId } = row.debtor;
  const key = debtKey(row.debt.source, row.debt.reference);
  const refusal = rowRefusalOf(row, {
    debtor: facts.debtors.get(externalId),
    debt: facts.debts.get(key),
    earlier: memory.earlier(key),
    otherwise,
    described: memory.knows(externalId),
    phoneHash: facts.phoneHash,
    columnOf,
  });
  if (refusal) {
    plan.reject(row, refusal.problems);
    if (refusal.doubt !== null) plan.doubt(row, refusal.doubt);
    return false;
  }
  otherwise.note(row);
  memory.note(key, { line: row.line, minor: statedMinor(row) });
  memory.meet(externalId);
  return true;
}

/** Of each debtor the first row of these that has a number. */
function firstWithNumber(rows: readonly FileDebt[]): ReadonlyMap<string, DebtorInput> {
  const found = new Map<string, DebtorInput>();
  for (const { debtor } of rows) if (debtor.phone !== null && !found.has(debtor.externalId)) found.set(debtor.externalId, debtor);
  return found;
}

/** A description without a number takes the first number of the debtor's rows, with what goes with it. */
function withNumberOf(input: DebtorInput, other: DebtorInput | undefined): DebtorInput {
  if (input.phone !== null || !other) return input;
  const consent = other.consent.granted.length > 0 ? other.consent : input.consent;
  return {
    ...input,
    phone: other.phone,
    country: input.country ?? other.country,
    subdivision: input.subdivision ?? other.subdivision,
    consent,
  };
}

/** One debtor has one number in a file; a second one is not taken without a word. */
function secondNumber(row: FileDebt, used: string | null, columnOf: (field: NamedField) => string): RejectedRow["problems"] {
  const { phone } = row.debtor;
  if (phone === null || used === null || used === phone) return [];
  return [{ column: columnOf("phone"), value: phone, code: "phone.second" }];
}

type Outcome = "created" | "updated" | "unchanged";

class PlanBuilder implements DebtPlan {
  readonly newDebtors: DebtPlan["newDebtors"][number][] = [];
  readonly changedDebtors: DebtPlan["changedDebtors"][number][] = [];
  readonly newDebts: DebtPlan["newDebts"][number][] = [];
  readonly changedDebts: DebtPlan["changedDebts"][number][] = [];
  readonly credits: DebtPlan["credits"][number][] = [];
  readonly rejected: RejectedRow[] = [];
  readonly warned: RejectedRow[] = [];
  readonly doubted: DoubtedKey[] = [];
  readonly doubtedDebtors: string[] = [];
  readonly counts = { created: 0, updated: 0, unchanged: 0 };
  withoutConsent = 0;

  constructor(private readonly phoneHash: (number: string) => string) {}

  reject({ line, cells }: FileDebt, problems: RejectedRow["problems"]): void {
    this.rejected.push({ line, cells, problems });
  }

  warn({ line, cells }: FileDebt, problems: RejectedRow["problems"]): void {
    this.warned.push({ line, cells, problems, taken: true });
  }

  doubt({ debtor, debt }: FileDebt, reference = debt.reference): void {
    this.doubted.push({ source: debt.source, reference, externalId: debtor.externalId });
    if (debt.creditMinor !== null) this.doubtedDebtors.push(debtor.externalId);
  }

  /** @returns whether a known debtor changes */
  describe(known: KnownDebtor | undefined, input: DebtorInput): boolean {
    const points = known?.contactPoints ?? [];
    const contacts = this.contacts(points, input);
    if (!mayWrite(points, contacts)) this.withoutConsent++;
    if (!known) {
      // A row without a name describes nobody who is not known.
      this.newDebtors.push({ input: { ...input, name: input.name ?? "" }, contacts });
      return false;
    }
    const values = changedValues(known, input);
    const changed = values !== null || contacts.create.length + contacts.change.length + contacts.retire.length > 0;
    if (changed) this.changedDebtors.push({ known, input, values, contacts });
    return changed;
  }

  /** The number and the consents of a debtor whom an earlier chunk described. @returns whether they change */
  amend(known: KnownDebtor, input: DebtorInput): boolean {
    const contacts = this.contacts(known.contactPoints, input);
    const described = { name: null, document: null, kind: null, employment: null, language: null };
    const values = input.phone === null ? null : changedValues(known, { ...input, ...described });
    const changed = values !== null || contacts.create.length + contacts.change.length + contacts.retire.length > 0;
    if (changed) this.changedDebtors.push({ known, input, values, contacts });
    return changed;
  }

  owe(known: KnownDebt | undefined, { debtor, debt }: FileDebt): Outcome {
    if (!known) {
      // A balance in somebody's favour is kept as such, and is no debt of nothing.
      if (debt.creditMinor !== null) return "unchanged";
      this.newDebts.push({ debtor: debtor.externalId, input: { ...debt, dueDate: debt.dueDate ?? "" } });
      return "created";
    }
    const change = changeOf(known, debt);
    if (change) this.changedDebts.push({ known, ...change });
    return change ? "updated" : "unchanged";
  }

  /** What is owed under a reference again is in nobody's favour any more. */
  credit(found: KnownCredit | undefined, { debtor, debt }: FileDebt): Outcome {
    const known = found?.currency === debt.currency ? found : null;
    const minor = debt.creditMinor ?? 0;
    const isNew = known === null || known.undone;
    const changes = isNew ? minor > 0 : restate(known.state, minor) !== null;
    if (!changes) return "unchanged";
    this.credits.push({ debtor: debtor.externalId, input: debt, minor, known });
    return isNew ? "created" : "updated";
  }

  count(outcome: Outcome, debtorChanged: boolean): void {
    this.counts[outcome === "unchanged" && debtorChanged ? "updated" : outcome]++;
  }

  private contacts(points: readonly KnownContactPoint[], input: DebtorInput): ContactPointPlan {
    return planContactPoints(points, input.phone === null ? null : this.phoneHash(input.phone), input.consent);
  }
}

/** An empty cell takes nothing away. */
function changedValues(known: KnownDebtor, input: DebtorInput): DebtorValues | null {
  const values = {
    name: input.name ?? known.name ?? "",
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
  const next = input.dueDate !== null && isNextInstalment(known.dueDate, input.dueDate);
  const agreed = agreeWith(known, principalMinor, input.balanceMinor, next);
  // What the creditor gave up or let go is not owed again because their system goes on naming it: who decided takes it back.
  const adjustmentMinor = !next && CLOSED_BY_DECISION.includes(known.status) ? 0 : agreed.adjustmentMinor;
  const { reportedMinor } = agreed;
  const values = {
    principalMinor,
    reportedMinor,
    dueDate: input.dueDate ?? known.dueDate,
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
    .filter((point) => point.channel === WRITTEN_CHANNEL && point.invalidAt === null && !plan.retire.includes(point.id))
    .map((point) => changed.get(point.id) ?? point.consent);
  for (const point of plan.create) if (point.channel === WRITTEN_CHANNEL) after.push(point.consent);
  return after.includes("granted");
}

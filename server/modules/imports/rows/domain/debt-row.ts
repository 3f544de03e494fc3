import type { CalendarDate } from "../../../../shared/calendar.js";
import type { Locale } from "../../../../shared/locale.js";
import type { Currency } from "../../../../shared/money.js";
import { subdivisionsOf } from "../../../../shared/places/places.js";
import { words } from "../../../../shared/words.js";
import { type ReadPhone, subdivisionCode } from "../../../portfolio/rules.js";
import { type ConsentGiven, readConsent } from "./consent-cell.js";
import { countryCode } from "./country.js";
import { isCredit, maybeNote, saysNote } from "./document-type.js";
import { type Employment, employmentOf } from "./employment.js";
import type { ProblemCode, RowProblem } from "./row-problem.js";
import type { RowReader } from "./row-reader.js";

/** One row of a file of debts that can be used: a debtor and one thing they owe. */
export interface FileDebt {
  readonly line: number;
  readonly cells: readonly string[];
  readonly debtor: DebtorInput;
  readonly debt: DebtInput;
  /** Cells that were left out. What a row says of money does not depend on them. */
  readonly warnings: readonly RowProblem[];
  /** A cell that was left out may have said that the debt is not to be chased now. */
  readonly unsure: boolean;
}

export interface DebtorInput {
  readonly externalId: string;
  /** Null where the row has none that can be read: what is known stays. */
  readonly name: string | null;
  /** Null where the file does not say: what is known stays. */
  readonly kind: "person" | "company" | null;
  readonly document: string | null;
  readonly country: string | null;
  /** ISO 3166-2 without the country. */
  readonly subdivision: string | null;
  readonly language: string | null;
  /** E.164 */
  readonly phone: string | null;
  /** The country the number is of; no address. */
  readonly phoneCountry: string | null;
  readonly employment: Employment | null;
  readonly consent: ConsentGiven;
}

export interface DebtInput {
  readonly source: string;
  readonly reference: string;
  readonly product: string | null;
  readonly currency: Currency;
  /** Null when the file has no such column. */
  readonly principalMinor: number | null;
  readonly balanceMinor: number | null;
  /** What the row says is in the debtor's favour: a credit note, an advance, a balance below zero. Null where it says nothing of the kind. */
  readonly creditMinor: number | null;
  /** Null where the row has none that can be read: what is known stays. */
  readonly dueDate: CalendarDate | null;
  /** Equal monthly instalment. */
  readonly instalmentMinor: number | null;
  /** When the credit was granted or the invoice written. */
  readonly creditDate: CalendarDate | null;
}

/** What may be said in a cell that was left out: that the debtor takes their authorisation back, that the amount is another. */
const DOUBTS: ReadonlySet<ProblemCode> = new Set<ProblemCode>(["consent.unknown", "amount.other_currency"]);

/** The system of files that do not name theirs. */
const UNNAMED_SOURCE = "file";

const KINDS: Readonly<Record<string, "person" | "company">> = {
  person: "person",
  persona: "person",
  "persona natural": "person",
  "persona fisica": "person",
  pessoa: "person",
  "pessoa fisica": "person",
  natural: "person",
  fisica: "person",
  individual: "person",
  pf: "person",
  pn: "person",
  company: "company",
  business: "company",
  empresa: "company",
  "persona juridica": "company",
  "persona moral": "company",
  "pessoa juridica": "company",
  juridica: "company",
  moral: "company",
  pj: "company",
};

/** The language a cell means, or null. */
export type ReadLanguage = (text: string) => Locale | null;

/** What cells mean beyond this file: numbers by the plans of the countries, languages by what there is. */
export interface ReadCells {
  readonly phone: ReadPhone;
  readonly language: ReadLanguage;
}

/** Which debt a row is about, as far as it can be read. */
export function debtKeyOf(reader: RowReader): { source: string; reference: string } {
  return { source: reader.text("source", 64) ?? UNNAMED_SOURCE, reference: reader.text("reference", 100) ?? "" };
}

/**
 * Reads who owes what. What does not say whose debt it is or how much is owed costs no row when it cannot be read.
 * @returns null when the reader has gathered problems
 */
export function readDebtRow(reader: RowReader, line: number, cells: ReadCells, today: CalendarDate): FileDebt | null {
  const optional = <T>(read: () => T | null) => reader.leniently(read, null);
  const currency = reader.currency(countryCode(reader.seen("country")));
  const owed = owedIn(reader, currency);
  const key = { source: reader.text("source", 64) ?? UNNAMED_SOURCE, reference: reader.required("reference", 100) };
  if (owes(owed) && reader.seen("document_type") === "" && maybeNote(key.reference)) reader.refuse("reference", "reference.credit_note");
  const externalId = reader.required("external_id", 100);
  const stated = optional(() => reader.meaning("country", "country.unknown", countryCode, null));
  const unreadableCountry = reader.warnings.length > 0;
  const contact = phoneOf(reader, stated, cells.phone);
  const readable = reader.warnings.length;
  const dueDate = optional(() => reader.date("due_date", today));
  const dueDateUnread = reader.warnings.length > readable;
  const row = {
    line,
    debtor: {
      externalId,
      name: optional(() => reader.text("name", 200)),
      kind: isCredit(reader.seen("kind")) ? null : optional(() => reader.meaning("kind", "kind.unknown", kindOf, null)),
      document: optional(() => reader.text("document", 60)),
      country: stated,
      subdivision: unreadableCountry ? null : optional(() => subdivisionOf(reader, stated ?? contact.country)),
      language: optional(() => reader.meaning("language", "language.unknown", cells.language, null)),
      phone: contact.phone,
      // Whose law and clock hold is not guessed where the row says it in words that cannot be read.
      phoneCountry: unreadableCountry ? null : contact.country,
      employment: optional(() => employmentIn(reader)),
      consent: readConsent(reader, today),
    },
    debt: {
      ...key,
      product: optional(() => reader.text("product", 100)),
      currency,
      ...owed,
      dueDate,
      instalmentMinor: optional(() => reader.amount("instalment", currency)),
      creditDate: optional(() => reader.date("credit_date", today)),
    },
  };
  if (reader.problems.length > 0) return null;
  // A state is one of the country it was looked up in.
  const country = stated ?? (row.debtor.subdivision === null ? null : contact.country);
  const unsure = dueDateUnread || reader.warnings.some(({ code }) => DOUBTS.has(code));
  return { ...row, debtor: { ...row.debtor, country }, cells: reader.cells, warnings: reader.warnings, unsure };
}

type Owed = Pick<DebtInput, "principalMinor" | "balanceMinor" | "creditMinor">;

/** Where the balance can be read it says what is owed, whatever the principal is. */
function owedIn(reader: RowReader, currency: Currency): Owed {
  const sound = reader.problems.length;
  const balanceMinor = reader.amount("balance", currency, true);
  const stated = balanceMinor !== null && reader.problems.length === sound;
  const principal = () => reader.amount("principal", currency, true);
  const principalMinor = stated ? reader.leniently(principal, null) : principal();
  const open = balanceMinor ?? principalMinor;
  if (open === null && reader.problems.length === 0) reader.refuse("balance", "cell.missing");
  if (isNote(reader)) return credit(Math.abs(open ?? 0));
  if (open !== null && open < 0) return credit(-open);
  // A credit note of which the open part is written without its sign, or a debt with a slip: nobody is asked for it.
  if (principalMinor !== null && principalMinor < 0 && open !== 0) reader.refuse("principal", "amount.negative");
  return { principalMinor: principalMinor === null || principalMinor < 0 ? null : principalMinor, balanceMinor, creditMinor: null };
}

/** Whether a row says in words that its amount is the debtor's. */
export function isNote(reader: RowReader): boolean {
  return isCredit(reader.seen("document_type")) || isCredit(reader.seen("kind")) || saysNote(reader.cells);
}

function owes({ balanceMinor, principalMinor, creditMinor }: Owed): boolean {
  return creditMinor === null && (balanceMinor ?? principalMinor ?? 0) > 0;
}

function credit(creditMinor: number): Owed {
  return { principalMinor: null, balanceMinor: 0, creditMinor };
}

/** A number without country code is one of the row's country. */
function phoneOf(reader: RowReader, country: string | null, readPhone: ReadPhone): { phone: string | null; country: string | null } {
  return reader.leniently(
    () => {
      const text = reader.text("phone", 60);
      if (text === null) return { phone: null, country: null };
      const result = readPhone(text, country);
      if (!("problem" in result)) return { phone: result.number, country: result.country };
      reader.refuse("phone", result.problem);
      return { phone: null, country: null };
    },
    { phone: null, country: null },
  );
}

/** Asked only where states make a difference: what other files keep in such a column is their own business. */
function subdivisionOf(reader: RowReader, country: string | null): string | null {
  if (country === null || subdivisionsOf(country).length === 0) return null;
  return reader.meaning("subdivision", "subdivision.unknown", (text) => subdivisionCode(country, text), null);
}

function employmentIn(reader: RowReader): Employment | null {
  const text = reader.text("employment", 100);
  return text === null ? null : employmentOf(text);
}

function kindOf(text: string): "person" | "company" | null {
  return KINDS[words(text).join(" ")] ?? null;
}

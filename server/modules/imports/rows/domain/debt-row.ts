import type { CalendarDate } from "../../../../shared/calendar.js";
import type { Currency } from "../../../../shared/money.js";
import { subdivisionsOf } from "../../../../shared/places/places.js";
import { words } from "../../../../shared/words.js";
import { type ReadPhone, subdivisionCode } from "../../../portfolio/rules.js";
import { type ConsentGiven, readConsent } from "./consent-cell.js";
import { countryCode } from "./country.js";
import { type Employment, employmentOf } from "./employment.js";
import type { RowReader } from "./row-reader.js";

/** One good row of a file of debts: a debtor and one thing they owe. */
export interface DebtRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly debtor: DebtorInput;
  readonly debt: DebtInput;
}

export interface DebtorInput {
  readonly externalId: string;
  readonly name: string;
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
  readonly dueDate: CalendarDate;
  /** Equal monthly instalment. */
  readonly instalmentMinor: number | null;
  /** When the credit was granted or the invoice written. */
  readonly creditDate: CalendarDate | null;
}

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

const LANGUAGES: Readonly<Record<string, string>> = {
  es: "es",
  espanol: "es",
  spanish: "es",
  espanhol: "es",
  castellano: "es",
  pt: "pt-BR",
  portugues: "pt-BR",
  portuguese: "pt-BR",
  en: "en",
  english: "en",
  ingles: "en",
};

const OTHER_LANGUAGES: Readonly<Record<string, string>> = { BR: "pt-BR", PT: "pt-BR", US: "en", GB: "en" };

/** The language to write in to somebody of whom only the country is known. */
export function languageIn(country: string | null): string {
  return OTHER_LANGUAGES[country ?? ""] ?? "es";
}

/** Which debt a row is about, as far as it can be read. */
export function debtKeyOf(reader: RowReader): { source: string; reference: string } {
  return { source: reader.text("source", 64) ?? UNNAMED_SOURCE, reference: reader.text("reference", 100) ?? "" };
}

/** @returns null when the reader has gathered problems */
export function readDebtRow(reader: RowReader, line: number, readPhone: ReadPhone, today: CalendarDate): DebtRow | null {
  const stated = reader.meaning("country", "country.unknown", countryCode, null);
  const { phone, country: phoneCountry } = phoneOf(reader, stated, readPhone);
  const currency = reader.currency();
  const principalMinor = reader.amount("principal", currency);
  const balanceMinor = reader.amount("balance", currency);
  if (principalMinor === null && balanceMinor === null && reader.problems.length === 0) reader.refuse("balance", "cell.missing");
  const dueDate = reader.date("due_date");
  if (dueDate === null && !reader.problems.some(({ code }) => code.startsWith("date."))) reader.refuse("due_date", "cell.missing");
  const row = {
    line,
    debtor: {
      externalId: reader.required("external_id", 100),
      name: reader.required("name", 200),
      kind: reader.meaning("kind", "kind.unknown", kindOf, null),
      document: reader.text("document", 60),
      country: stated,
      subdivision: subdivisionOf(reader, stated ?? phoneCountry),
      language: reader.meaning("language", "language.unknown", languageOf, null),
      phone,
      phoneCountry,
      employment: employmentIn(reader),
      consent: readConsent(reader, today),
    },
    debt: {
      source: reader.text("source", 64) ?? UNNAMED_SOURCE,
      reference: reader.required("reference", 100),
      product: reader.text("product", 100),
      currency,
      principalMinor,
      balanceMinor,
      dueDate: dueDate ?? "",
      instalmentMinor: reader.amount("instalment", currency),
      creditDate: reader.date("credit_date"),
    },
  };
  if (reader.problems.length > 0) return null;
  // A state is one of the country it was looked up in.
  const country = stated ?? (row.debtor.subdivision === null ? null : phoneCountry);
  return { ...row, debtor: { ...row.debtor, country }, cells: reader.cells };
}

/** A number without country code is one of the row's country. */
function phoneOf(reader: RowReader, country: string | null, readPhone: ReadPhone): { phone: string | null; country: string | null } {
  const text = reader.text("phone", 60);
  if (text === null) return { phone: null, country: null };
  const result = readPhone(text, country);
  if ("problem" in result) {
    reader.refuse("phone", result.problem);
    return { phone: null, country: null };
  }
  return { phone: result.number, country: result.country };
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

function languageOf(text: string): string | null {
  return LANGUAGES[words(text)[0] ?? ""] ?? null;
}

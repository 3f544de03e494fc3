import { addDays, type CalendarDate } from "../../shared/calendar.js";
import type { Random } from "../../platform/crypto/randomness.js";
import { between, happens, pick } from "./chance.js";
import { debtIn } from "./debts.js";
import { companyName, personName } from "./names.js";
import { PhoneBook } from "./phone-book.js";
import { PLACES } from "./places.js";
import type { Employment, GeneratedConsent, GeneratedCountry, GeneratedDebtor, PortfolioRow } from "./portfolio-row.js";
import { Weighted } from "./weighted.js";

export interface PortfolioSize {
  readonly debtors: number;
  /** Each gets an equal share. */
  readonly countries: readonly GeneratedCountry[];
  /** The day around which debts fall due. */
  readonly today: CalendarDate;
}

const DEBTS = new Weighted([
  [1, 72],
  [2, 18],
  [3, 7],
  [4, 3],
]);
const EMPLOYMENT = new Weighted<Employment>([
  ["employed", 55],
  ["self_employed", 27],
  ["retired", 8],
  ["unemployed", 7],
  ["student", 3],
]);
/** `unproven`: granted, but nobody wrote down where or when. */
const CONSENT = new Weighted<"granted" | "unproven" | "withdrawn" | "silent">([
  ["granted", 87],
  ["unproven", 3],
  ["withdrawn", 3],
  ["silent", 7],
]);
const SOURCES: Readonly<Record<GeneratedCountry, readonly string[]>> = {
  CO: ["contrato", "pagaré", "formulario web", "aplicación", "punto de venta"],
  MX: ["contrato", "solicitud de crédito", "formulario web", "aplicación", "sucursal"],
  BR: ["contrato", "proposta de crédito", "formulário do site", "aplicativo", "loja"],
};
const COMPANIES = 0.06;
const WITHOUT_PHONE = 0.015;
const WITHOUT_ADDRESS = 0.05;

/**
 * A portfolio as a creditor has it, debtor by debtor, each with the rows of their debts. Holds one debtor at a time, and a smaller number of
 * debtors gives the beginning of the same file. Names, numbers and amounts are invented. There are no personal ids: one that
 * passes its check digits is likely to be somebody's.
 */
export function* generatePortfolio(random: Random, { debtors, countries, today }: PortfolioSize): Generator<PortfolioRow> {
  const phones = new PhoneBook(random);
  let debts = 0;
  for (let number = 1; number <= debtors; number++) {
    const debtor = debtorIn(random, pick(random, countries), phones, today, number);
    for (let owed = DEBTS.pick(random); owed > 0; owed--) yield { debtor, debt: debtIn(random, debtor.country, today, ++debts) };
  }
}

function debtorIn(random: Random, country: GeneratedCountry, phones: PhoneBook, today: CalendarDate, number: number): GeneratedDebtor {
  const company = happens(random, COMPANIES);
  const place = PLACES[country].pick(random);
  const { subdivision, state, city } = place;
  return {
    externalId: `${country}-${String(number).padStart(7, "0")}`,
    name: company ? companyName(random, country) : personName(random, country),
    kind: company ? "company" : "person",
    phone: happens(random, WITHOUT_PHONE) ? null : phones.numberIn(country, place),
    country,
    language: country === "BR" ? "pt-BR" : "es",
    address: happens(random, WITHOUT_ADDRESS) ? null : { subdivision, state, city },
    employment: company ? null : EMPLOYMENT.pick(random),
    consent: consentIn(random, country, today),
  };
}

function consentIn(random: Random, country: GeneratedCountry, today: CalendarDate): GeneratedConsent {
  const kind = CONSENT.pick(random);
  switch (kind) {
    case "silent":
      return { given: "unknown", channels: [], source: null, on: null };
    case "withdrawn":
      return { given: "withdrawn", channels: [], source: "chat", on: addDays(today, -between(random, 3, 200)) };
    case "granted":
    case "unproven": {
      const channels = happens(random, 0.3) ? (["whatsapp", "call"] as const) : (["whatsapp"] as const);
      const source = pick(random, SOURCES[country]);
      const on = addDays(today, -between(random, 60, 1400));
      if (kind === "granted") return { given: "granted", channels, source, on };
      return happens(random, 0.5) ? { given: "granted", channels, source, on: null } : { given: "granted", channels, source: null, on };
    }
  }
}

import type { CalendarDate } from "../../shared/calendar.js";
import { toDecimal } from "../../shared/money.js";
import type { Random } from "../../platform/crypto/randomness.js";
import { pick } from "./chance.js";
import { CellWords } from "./cell-words.js";
import type { Cells } from "./columns.js";
import type { Mess } from "./mess.js";
import type { GeneratedCountry, PortfolioRow } from "./portfolio-row.js";

/** Mexico and Colombia both write a bare `$`; only the currency column tells them apart. */
const SYMBOLS: Readonly<Record<string, string>> = { COP: "$ ", MXN: "$", BRL: "R$ " };

/** Writes the cells of a row in the habits of one file. */
export class RowSpeller {
  private readonly words: CellWords;

  constructor(
    private readonly random: Random,
    private readonly mess: Mess,
  ) {
    this.words = new CellWords(mess.headers);
  }

  cells({ debtor, debt }: PortfolioRow): Cells {
    const { consent, address } = debtor;
    const amount = (minor: number) => this.amount(minor, debt.currency);
    return {
      external_id: debtor.externalId,
      name: debtor.name,
      kind: this.words.of(debtor.kind),
      phone: debtor.phone === null ? "" : this.phone(debtor.phone, debtor.country),
      country: this.words.of(debtor.country),
      language: this.words.of(debtor.language),
      consent: this.words.consent(consent),
      consent_source: consent.source ?? "",
      consent_date: consent.on === null ? "" : this.date(consent.on),
      reference: debt.reference,
      product: debt.product,
      principal: amount(debt.principalMinor),
      balance: amount(debt.balanceMinor),
      currency: debt.currency,
      due_date: this.date(debt.dueDate),
      subdivision: (this.words.statesByName ? address?.state : address?.subdivision) ?? "",
      city: address?.city ?? "",
      employment: this.words.of(debtor.employment),
      emi: amount(debt.emiMinor),
      term_months: String(debt.termMonths),
      credit_date: this.date(debt.creditDate),
    };
  }

  /** @param date need not exist: bad rows are written in the same habits */
  date(date: CalendarDate): string {
    const [year, month, day] = date.split("-") as [string, string, string];
    switch (this.mess.dates) {
      case "iso":
        return date;
      case "day_first":
        return `${day}/${month}/${year}`;
      case "month_first":
        return `${month}/${day}/${year}`;
    }
  }

  amount(minor: number, currency: string): string {
    const [whole = "", cents = ""] = toDecimal({ minor: Math.abs(minor), currency }).split(".");
    const [mark, group] = this.mess.decimals === "comma" ? [",", "."] : [".", ","];
    const grouped = this.mess.grouping === "thousands" ? whole.replace(/\B(?=(\d{3})+$)/g, group) : whole;
    const fraction = cents === "" || (this.mess.cents === "if_any" && /^0+$/.test(cents)) ? "" : `${mark}${cents}`;
    const symbol = this.mess.symbols === "currency" ? (SYMBOLS[currency] ?? "") : "";
    return `${minor < 0 ? "-" : ""}${symbol}${grouped}${fraction}`;
  }

  private phone(e164: string, country: GeneratedCountry): string {
    switch (this.mess.phones) {
      case "e164":
        return e164;
      case "national":
        return spaced(e164.slice(3), country);
      case "mixed":
        return pick(this.random, MIXED)(e164, country);
    }
  }
}

/** Calling codes of the three countries have two digits. */
const MIXED: readonly ((e164: string, country: GeneratedCountry) => string)[] = [
  (e164) => e164,
  (e164) => e164.slice(3),
  (e164) => `00${e164.slice(1)}`,
  (e164, country) => spaced(e164.slice(3), country),
  (e164, country) => `${e164.slice(0, 3)} ${spaced(e164.slice(3), country)}`,
  // Mexico's mobile 1 after +52 went in 2019 and lives on in files.
  (e164, country) => (country === "MX" ? `+521${e164.slice(3)}` : e164),
];

function spaced(national: string, country: GeneratedCountry): string {
  if (country === "BR") return `(${national.slice(0, 2)}) ${national.slice(2, 7)}-${national.slice(7)}`;
  return `${national.slice(0, 3)} ${national.slice(3, 6)} ${national.slice(6)}`;
}

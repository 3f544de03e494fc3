import type { CalendarDate } from "../../shared/calendar.js";
import type { Currency } from "../../shared/money.js";

export const GENERATED_COUNTRIES = ["CO", "MX", "BR"] as const;
export type GeneratedCountry = (typeof GENERATED_COUNTRIES)[number];

export const EMPLOYMENTS = ["employed", "self_employed", "retired", "unemployed", "student"] as const;
export type Employment = (typeof EMPLOYMENTS)[number];

/** One invented person or company. */
export interface GeneratedDebtor {
  readonly externalId: string;
  readonly name: string;
  readonly kind: "person" | "company";
  /** E.164; null where the creditor has none. */
  readonly phone: string | null;
  readonly country: GeneratedCountry;
  readonly language: "es" | "pt-BR";
  /** Null where the creditor has no address: then anywhere in the country is plausible. */
  readonly address: GeneratedAddress | null;
  /** Null for companies. */
  readonly employment: Employment | null;
  readonly consent: GeneratedConsent;
}

export interface GeneratedAddress {
  /** ISO 3166-2 */
  readonly subdivision: string;
  readonly state: string;
  readonly city: string;
}

export interface GeneratedConsent {
  /** `unknown`: the creditor's system is silent. */
  readonly given: "granted" | "withdrawn" | "unknown";
  readonly channels: readonly ("whatsapp" | "call")[];
  /** In the words of the country; null where nobody wrote it down, which makes a consent worth nothing. */
  readonly source: string | null;
  readonly on: CalendarDate | null;
}

/** One thing a debtor owes. Amounts in minor units of the currency. */
export interface GeneratedDebt {
  readonly reference: string;
  readonly product: string;
  readonly currency: Currency;
  readonly principalMinor: number;
  readonly balanceMinor: number;
  /** Equal monthly instalment. */
  readonly emiMinor: number;
  readonly termMonths: number;
  readonly creditDate: CalendarDate;
  /** Of the oldest instalment that is not paid. */
  readonly dueDate: CalendarDate;
}

/** A row of the creditor's file: a debtor and one debt. */
export interface PortfolioRow {
  readonly debtor: GeneratedDebtor;
  readonly debt: GeneratedDebt;
}

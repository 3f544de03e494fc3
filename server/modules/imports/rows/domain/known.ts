import type { CalendarDate } from "../../../../shared/calendar.js";
import type { Currency } from "../../../../shared/money.js";
import type { KnownContactPoint } from "./plan-contact-points.js";

/** What is known of a debtor whom a file names. */
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

export function debtKey(source: string, reference: string): string {
  return `${source}\n${reference}`;
}

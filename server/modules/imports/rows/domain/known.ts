import type { CalendarDate } from "../../../../shared/calendar.js";
import type { Currency } from "../../../../shared/money.js";
import type { NoteState } from "../../../payments/rules.js";
import type { KnownContactPoint } from "./plan-contact-points.js";
import type { KnownPerson } from "./same-person.js";

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
  /** What of the balance was settled with money in hand, which the creditor's system need not know. */
  readonly creditedMinor: number;
}

/** A credit note, or another balance in a debtor's favour, that files named before. */
export interface KnownCredit {
  readonly id: number;
  readonly debtorId: number;
  readonly currency: Currency;
  readonly state: NoteState;
  /** Brought by an import that was undone. */
  readonly undone: boolean;
}

/** What is known of the debtors and debts that a chunk of rows names. */
export interface DebtFacts {
  readonly debtors: ReadonlyMap<string, KnownDebtor>;
  /** By `debtKey`. */
  readonly debts: ReadonlyMap<string, KnownDebt>;
  /** By `debtKey`. */
  readonly credits: ReadonlyMap<string, KnownCredit>;
  /** Debts that may be those of new rows, with the reference spelt otherwise, by `looseKey` of it. */
  readonly similarDebts: ReadonlyMap<string, readonly SimilarDebt[]>;
  /** Debtors who may be those of new rows, with their number spelt otherwise, by `looseKey` of it. */
  readonly similarDebtors: ReadonlyMap<string, readonly SimilarDebtor[]>;
  readonly phoneHash: (number: string) => string;
}

export interface SimilarDebt {
  readonly externalId: string;
  readonly source: string;
  readonly reference: string;
  readonly currency: Currency;
  /** What the last file said is owed. */
  readonly reportedMinor: number;
}

export interface SimilarDebtor extends KnownPerson {
  readonly externalId: string;
}

export function debtKey(source: string, reference: string): string {
  return `${source}\n${reference}`;
}

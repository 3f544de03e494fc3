import type { Random } from "../../platform/crypto/randomness.js";
import { pick } from "./chance.js";
import { type Cells, type Column, COLUMNS } from "./columns.js";
import type { PortfolioRow } from "./portfolio-row.js";
import type { RowSpeller } from "./row-speller.js";

export const BAD_KINDS = [
  "id_missing",
  "name_missing",
  "reference_missing",
  "phone_cut_off",
  "phone_rounded",
  "country_unknown",
  "consent_unclear",
  "amount_in_words",
  "currency_in_words",
  "date_impossible",
  "date_in_words",
  "cells_missing",
] as const;
export type BadKind = (typeof BAD_KINDS)[number];

/** What leaves nothing of a row that can be used, whatever is known of its debtor and debt. */
export const ROW_LOSING_KINDS: readonly BadKind[] = [
  "id_missing",
  "reference_missing",
  "amount_in_words",
  "currency_in_words",
  "cells_missing",
];

/** What was done to a row, so that whoever reads the file can be compared with it. */
export interface Planted {
  /** Where the row begins in the file; the header is line 1. */
  readonly line: number;
  /** `duplicate` is a good row that stands in the file a second time. */
  readonly kind: BadKind | "duplicate";
  /** The cell that is wrong; for a row of the wrong width its first one. */
  readonly column: Column;
  /** The column as the file heads it. */
  readonly header: string;
  readonly value: string;
  readonly externalId: string;
  readonly reference: string;
}

export interface Broken {
  readonly kind: BadKind;
  readonly column: Column;
  readonly cells: readonly string[];
  readonly value: string;
}

type Ruin = readonly [column: Column, value: (row: PortfolioRow, cells: Cells, speller: RowSpeller) => string];

const RUINS: Readonly<Record<Exclude<BadKind, "cells_missing">, Ruin>> = {
  id_missing: ["external_id", () => ""],
  name_missing: ["name", () => ""],
  reference_missing: ["reference", () => ""],
  phone_cut_off: ["phone", (_, { phone }) => phone.replace(/\D/g, "").slice(-4)],
  phone_rounded: ["phone", ({ debtor }) => rounded(debtor.phone)],
  country_unknown: ["country", () => "Macondo"],
  consent_unclear: ["consent", () => "???"],
  amount_in_words: ["balance", () => "s/d"],
  currency_in_words: ["currency", () => "PESOS/USD"],
  // The 31st tells day from month in both orders, so the column's evidence stays what it is.
  date_impossible: ["due_date", ({ debt }, _, speller) => speller.date(`${debt.dueDate.slice(0, 4)}-02-31`)],
  date_in_words: ["due_date", () => "N/D"],
};

/** Breaks one thing about a row. @param kinds to choose from */
export function breakRow(random: Random, row: PortfolioRow, cells: Cells, speller: RowSpeller, kinds: readonly BadKind[]): Broken {
  const kind = pick(random, row.debtor.phone === null ? kinds.filter((one) => !one.startsWith("phone")) : kinds);
  const all = COLUMNS.map((column) => cells[column]);
  // An export that broke off: the optional columns at the end are gone.
  if (kind === "cells_missing") return { kind, column: COLUMNS[0], cells: all.slice(0, -3), value: "" };
  const [column, ruin] = RUINS[kind];
  const value = ruin(row, cells, speller);
  return { kind, column, cells: COLUMNS.map((one) => (one === column ? value : cells[one])), value };
}

/** What a spreadsheet makes of a number it takes for a quantity. */
function rounded(phone: string | null): string {
  const digits = (phone ?? "").slice(1);
  return `${digits[0]},${digits.slice(1, 3)}E+${digits.length - 1}`;
}

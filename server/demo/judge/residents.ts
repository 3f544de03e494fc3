import { BRAZIL } from "../../shared/places/brazil.js";
import { MEXICO } from "../../shared/places/mexico.js";
import type { FileRow, Recording } from "../days/recording.js";
import type { Residence } from "./law.js";

/** The states and their area codes, as data. Colombian mobile numbers tell no place. */
const STATES: Readonly<Record<string, typeof BRAZIL>> = { BR: BRAZIL, MX: MEXICO };

/** Where the people behind the numbers may live: the address of the creditor's files, else the states of the area code, else anywhere in the country. */
export class Residents {
  private readonly rows = new Map<string, FileRow[]>();

  constructor({ files }: Pick<Recording, "files">) {
    for (const row of files.flatMap((file) => file.rows)) {
      const phone = digitsOf(row.phone);
      if (phone !== null) this.rows.set(phone, [...(this.rows.get(phone) ?? []), row]);
    }
  }

  /** Who the number is written to for: the debtors of the files; the number itself when they do not have it. */
  holdersOf(phone: string): readonly string[] {
    const holders = new Set((this.rows.get(phone) ?? []).map(({ debtor }) => debtor));
    return holders.size > 0 ? [...holders] : [phone];
  }

  /** Of everybody who may hold the phone; empty for a number the creditor never gave. */
  residencesOf(phone: string): readonly Residence[] {
    return (this.rows.get(phone) ?? []).map((row) => ({ country: row.country, states: statesOf(phone, row) }));
  }
}

export function digitsOf(phone: string | null): string | null {
  return phone === null ? null : phone.replace(/\D/gu, "");
}

function statesOf(phone: string, { country, subdivision }: FileRow): readonly string[] {
  if (subdivision !== null) return [subdivision.slice(country.length + 1)];
  // All calling codes here have two digits.
  const national = phone.slice(2);
  return (STATES[country] ?? []).filter(({ areaCodes }) => areaCodes.some((code) => national.startsWith(code))).map(({ code }) => code);
}

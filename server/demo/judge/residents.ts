import type { Instant } from "../../shared/instant.js";
import { BRAZIL } from "../../shared/places/brazil.js";
import { MEXICO } from "../../shared/places/mexico.js";
import type { FileRow, Recording } from "../days/recording.js";
import type { Residence } from "./law.js";

/** The states and their area codes, as data. Colombian mobile numbers tell no place. */
const STATES: Readonly<Record<string, typeof BRAZIL>> = { BR: BRAZIL, MX: MEXICO };
/** All calling codes here have two digits. */
const CALLED: Readonly<Record<string, string>> = { 52: "MX", 55: "BR", 57: "CO" };

/**
 * Where the people behind the numbers may live: at the address of the creditor's files or, where that names no state, anywhere in its country; and
 * where the number is from, which people keep when they move. A state of the number counts beside another state only.
 */
export class Residents {
  private readonly rows = new Map<string, (FileRow & { readonly told: Instant })[]>();

  constructor({ files }: Pick<Recording, "files">) {
    for (const row of files.flatMap(({ at: told, rows }) => rows.map((one) => ({ ...one, told })))) {
      const phone = digitsOf(row.phone);
      if (phone !== null) this.rows.set(phone, [...(this.rows.get(phone) ?? []), row]);
    }
  }

  /**
   * Who the number is written to for: the debtors of the files; the number itself when they do not have it.
   * @param until what later files say nobody could know
   */
  holdersOf(phone: string, until: Instant): readonly string[] {
    const holders = new Set(this.known(phone, until).map(({ debtor }) => debtor));
    return holders.size > 0 ? [...holders] : [phone];
  }

  /**
   * Of everybody who may hold the phone; empty for a number the creditor never gave.
   * @param until what later files say nobody could know
   */
  residencesOf(phone: string, until: Instant): readonly Residence[] {
    return this.known(phone, until).flatMap((row) => [
      { country: row.country, states: statesOf(phone, row) },
      ...(countryOf(phone) === row.country ? [] : [{ country: countryOf(phone), states: [] }]),
    ]);
  }

  private known(phone: string, until: Instant) {
    return (this.rows.get(phone) ?? []).filter(({ told }) => told <= until);
  }
}

export function digitsOf(phone: string | null): string | null {
  return phone === null ? null : phone.replace(/\D/gu, "");
}

function countryOf(phone: string): string {
  return CALLED[phone.slice(0, 2)] ?? "unknown";
}

/** Empty = anywhere in the country. */
function statesOf(phone: string, { country, subdivision }: FileRow): readonly string[] {
  if (subdivision === null) return [];
  const own = subdivision.slice(country.length + 1);
  if (countryOf(phone) !== country) return [own];
  const national = phone.slice(2);
  const ofNumber = (STATES[country] ?? []).filter(({ areaCodes }) => areaCodes.some((code) => national.startsWith(code)));
  return [own, ...ofNumber.map(({ code }) => code)];
}

import type { FileRow, Recording } from "../days/recording.js";
import type { Residence } from "./law.js";

/** National digits that tell a place, by country: Colombian numbers tell none. */
const AREA_DIGITS: Readonly<Record<string, readonly number[]>> = { BR: [2], MX: [3, 2] };

/**
 * Where the people behind the numbers may live: the address of the creditor's files; without one, wherever the files have addresses under
 * the same area code; without that, anywhere in the country.
 */
export class Residents {
  private readonly rows = new Map<string, FileRow[]>();
  private readonly statesOfArea = new Map<string, Set<string>>();

  constructor({ files }: Pick<Recording, "files">) {
    for (const row of files.flatMap((file) => file.rows)) {
      const phone = digitsOf(row.phone);
      if (phone === null) continue;
      this.rows.set(phone, [...(this.rows.get(phone) ?? []), row]);
      for (const area of areasOf(phone, row.country)) {
        if (row.subdivision !== null) this.statesOfArea.set(area, (this.statesOfArea.get(area) ?? new Set()).add(stateOf(row)));
      }
    }
  }

  /** Of everybody who may hold the phone; empty for a number the creditor never gave. */
  residencesOf(phone: string): readonly Residence[] {
    return (this.rows.get(phone) ?? []).map((row) => ({ country: row.country, states: this.statesOf(phone, row) }));
  }

  rowsOf(phone: string): readonly FileRow[] {
    return this.rows.get(phone) ?? [];
  }

  private statesOf(phone: string, row: FileRow): readonly string[] {
    if (row.subdivision !== null) return [stateOf(row)];
    const area = areasOf(phone, row.country).find((code) => this.statesOfArea.has(code));
    return area === undefined ? [] : [...this.statesOfArea.get(area)!];
  }
}

export function digitsOf(phone: string | null): string | null {
  return phone === null ? null : phone.replace(/\D/gu, "");
}

function stateOf({ country, subdivision }: FileRow): string {
  return (subdivision ?? "").slice(country.length + 1);
}

/** `MX/555`, `MX/55`: the longer one first. */
function areasOf(phone: string, country: string): readonly string[] {
  return (AREA_DIGITS[country] ?? []).map((length) => `${country}/${phone.slice(2, 2 + length)}`);
}

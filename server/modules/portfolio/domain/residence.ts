import { phoneKey } from "../../../shared/phone-key.js";
import { subdivisionsByAreaCode, subdivisionsOf } from "../../../shared/places/places.js";
import { words } from "../../../shared/words.js";

/** Where a debtor lives, as far as the creditor and the number tell. */
export interface Residence {
  /** ISO 3166-1 alpha-2; null = not known. */
  readonly country: string | null;
  /** The state the creditor names, ISO 3166-2 without the country; null = not said, or states make no difference there. */
  readonly subdivision: string | null;
  /** Every state it may be: the one named, else those of the number's area code; empty = any. */
  readonly subdivisions: readonly string[];
}

/**
 * What a new row makes of what was known. An empty cell takes nothing away, but the states of one country say nothing in another.
 * @param phone E.164; null when the row names none, and then the area code known before still tells
 */
export function residenceAfter(
  known: Residence,
  stated: { readonly country: string | null; readonly subdivision: string | null; readonly phone: string | null },
): Residence {
  const country = stated.country ?? known.country;
  const before = country === known.country ? known : UNKNOWN;
  const subdivision = stated.subdivision ?? before.subdivision;
  if (subdivision !== null) return { country, subdivision, subdivisions: [subdivision] };
  if (stated.phone === null) return { country, subdivision, subdivisions: before.subdivisions };
  return { country, subdivision, subdivisions: subdivisionsByAreaCode(country, phoneKey(stated.phone)) };
}

export const UNKNOWN: Residence = { country: null, subdivision: null, subdivisions: [] };

/**
 * The state a cell names, by ISO 3166-2 code or name in any spelling: `MX-BCN`, `bcn`, `B.C.`, `Baja California`.
 * @returns null when the country has no such state
 */
export function subdivisionCode(country: string, text: string): string | null {
  const key = words(text).join("");
  const bare = key.startsWith(country.toLowerCase()) ? key.slice(country.length) : key;
  const spellings = spellingsOf(country);
  return spellings.get(key) ?? spellings.get(bare) ?? null;
}

const known = new Map<string, ReadonlyMap<string, string>>();

/** Every spelling of a country's states, made once: each row of a file asks. Of two states with one spelling the first has it. */
function spellingsOf(country: string): ReadonlyMap<string, string> {
  const made = known.get(country);
  if (made) return made;
  const spellings = new Map<string, string>();
  for (const { code, name, aliases } of subdivisionsOf(country)) {
    for (const spelling of [code, name, ...aliases]) {
      const key = words(spelling).join("");
      if (!spellings.has(key)) spellings.set(key, code);
    }
  }
  known.set(country, spellings);
  return spellings;
}

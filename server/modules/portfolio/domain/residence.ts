import { phoneKey } from "../../../shared/phone-key.js";
import { subdivisionsByAreaCode, subdivisionsOf } from "../../../shared/places/places.js";
import { words } from "../../../shared/words.js";

/** Where a debtor lives as the creditor states it. */
export interface DebtorAddress {
  /** ISO 3166-1 alpha-2; null = not known. */
  readonly country: string | null;
  /** ISO 3166-2 without the country; null = not said, or states make no difference there. */
  readonly subdivision: string | null;
}

/** A country, or one state of it, in which a debtor may be. */
export interface PlausibleResidence {
  readonly country: string;
  /** Null = anywhere in the country. */
  readonly subdivision: string | null;
}

/** `CO`, `MX-BCN`: where a number is from, as its plan tells. One area code may serve several states. */
export type NumberPlace = string;

export const NO_ADDRESS: DebtorAddress = { country: null, subdivision: null };

/**
 * What a new row makes of the address that was known. An empty cell takes nothing away, but the states of one country say nothing in another.
 * @param phoneCountry of the row's number: it stands in where nobody ever named a country, and never takes the place of one that was
 */
export function addressAfter(known: DebtorAddress, stated: DebtorAddress, phoneCountry: string | null): DebtorAddress {
  const country = stated.country ?? known.country ?? phoneCountry;
  return { country, subdivision: stated.subdivision ?? (country === known.country ? known.subdivision : null) };
}

/**
 * Where a number is from: the states of its area code, else its country; nothing for a number of no country (satellites, toll-free).
 * @param number E.164
 */
export function placesOfNumber(number: string, country: string | null): readonly NumberPlace[] {
  if (country === null) return [];
  const states = subdivisionsByAreaCode(country, phoneKey(number));
  return states.length > 0 ? states.map((state) => `${country}-${state}`) : [country];
}

/** As they are stored; null also for what cannot be read. */
export function readPlaces(json: string | null): readonly NumberPlace[] | null {
  if (json === null) return null;
  try {
    const list = JSON.parse(json) as unknown;
    return Array.isArray(list) && list.every((place) => typeof place === "string") ? list : null;
  } catch {
    return null;
  }
}

/**
 * Everywhere a debtor may be: at the address, or where only its country is known anywhere in it; and where their numbers are from. People keep
 * a number when they move, so it adds places and takes none away: an area code tells a state only beside an address in another state of the
 * same country, and of any other country the whole is plausible.
 * @param numbers places of each number; null for one of which they are not known yet
 * @returns an empty list when nothing is known, or not yet: no place means that no law is known, so nothing is sent
 */
export function plausibleResidences(
  { country, subdivision }: DebtorAddress,
  numbers: readonly (readonly NumberPlace[] | null)[],
): readonly PlausibleResidence[] {
  if (numbers.includes(null)) return [];
  const whole = new Set<string>();
  const states = new Map<string, PlausibleResidence>();
  const add = (place: PlausibleResidence) => {
    if (place.subdivision === null) whole.add(place.country);
    else states.set(`${place.country}-${place.subdivision}`, place);
  };
  if (country !== null) add({ country, subdivision });
  for (const place of numbers.flatMap((places) => places ?? [])) {
    const [from = "", state = null] = place.split("-");
    add({ country: from, subdivision: from === country && subdivision !== null ? state : null });
  }
  return [
    ...[...states.values()].filter((place) => !whole.has(place.country)),
    ...[...whole].map((named) => ({ country: named, subdivision: null })),
  ];
}

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

import { BRAZIL } from "./brazil.js";
import { MEXICO } from "./mexico.js";
import type { Subdivision } from "./subdivision.js";

/** How the numbers of a country begin: calling code, area code, the rest; the national number has `lengths` digits. */
interface Country {
  readonly callingCode: string;
  readonly lengths: readonly number[];
  readonly subdivisions: readonly Subdivision[];
}

/** Countries in which the state decides the law or the clock. In any other the country says it all, or its zones are too few to split. */
const COUNTRIES: Readonly<Record<string, Country>> = {
  BR: { callingCode: "55", lengths: [10, 11], subdivisions: BRAZIL },
  MX: { callingCode: "52", lengths: [10], subdivisions: MEXICO },
};

/** @returns the states of a country, or an empty list where states make no difference */
export function subdivisionsOf(country: string | null): readonly Subdivision[] {
  return (country !== null && Object.hasOwn(COUNTRIES, country) && COUNTRIES[country]?.subdivisions) || [];
}

/** Zones of the states named, each once; empty when none of them is known. */
export function zonesOfSubdivisions(country: string | null, codes: readonly string[]): readonly string[] {
  const named = subdivisionsOf(country).filter(({ code }) => codes.includes(code));
  return [...new Set(named.flatMap(({ zones }) => zones))];
}

/**
 * States that a number's area code is in use in. People keep their number when they move, so it never tells where they live.
 * @param number digits of an E.164 number, in the spelling that is dialled today
 * @returns codes in the order of the table; empty for an area code nobody lists and for a number of another country
 */
export function subdivisionsByAreaCode(country: string | null, number: string): readonly string[] {
  const plan = country !== null && Object.hasOwn(COUNTRIES, country) ? COUNTRIES[country]! : null;
  if (!plan?.lengths.some((length) => number.length === plan.callingCode.length + length) || !number.startsWith(plan.callingCode))
    return [];
  const national = number.slice(plan.callingCode.length);
  return plan.subdivisions.filter(({ areaCodes }) => areaCodes.some((area) => national.startsWith(area))).map(({ code }) => code);
}

import { zonesOfSubdivisions } from "../../../shared/places/places.js";
import type { PlausibleResidence } from "./residence.js";

/**
 * Every zone in which somebody of a country may live, one per set of clocks that differ today (IANA tz 2026c, zone1970.tab): zones whose
 * clocks have been the same for years are named once. Where there are several, all of them must be open; the one of most people comes first,
 * because times are told by it where the debtor's own is not known.
 */
const ZONES: Readonly<Record<string, readonly string[]>> = {
  AR: ["America/Argentina/Buenos_Aires"],
  BO: ["America/La_Paz"],
  BR: ["America/Sao_Paulo", "America/Manaus", "America/Noronha", "America/Rio_Branco"],
  CL: ["America/Santiago", "America/Punta_Arenas", "Pacific/Easter"],
  CO: ["America/Bogota"],
  CR: ["America/Costa_Rica"],
  CU: ["America/Havana"],
  DO: ["America/Santo_Domingo"],
  EC: ["America/Guayaquil", "Pacific/Galapagos"],
  ES: ["Europe/Madrid", "Atlantic/Canary"],
  GT: ["America/Guatemala"],
  HN: ["America/Tegucigalpa"],
  MX: [
    "America/Mexico_City",
    "America/Cancun",
    "America/Matamoros",
    "America/Hermosillo",
    "America/Mazatlan",
    "America/Ciudad_Juarez",
    "America/Tijuana",
  ],
  NI: ["America/Managua"],
  PA: ["America/Panama"],
  PE: ["America/Lima"],
  PR: ["America/Puerto_Rico"],
  PT: ["Europe/Lisbon", "Atlantic/Azores"],
  PY: ["America/Asuncion"],
  SV: ["America/El_Salvador"],
  US: [
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Phoenix",
    "America/Los_Angeles",
    "America/Anchorage",
    "America/Adak",
    "Pacific/Honolulu",
  ],
  UY: ["America/Montevideo"],
  VE: ["America/Caracas"],
};

/** Countries whose numbers are looked for when one is typed without its country code. */
export const COUNTRIES: readonly string[] = Object.keys(ZONES);

/**
 * @param subdivision ISO 3166-2 without the country; where it is not known every zone of the country is plausible
 * @returns an empty list for an unknown country: no zone means no lawful hour is known, so nothing is sent
 */
export function zonesOf(country: string | null, subdivision: string | null = null): readonly string[] {
  const zones = subdivision === null ? [] : zonesOfSubdivisions(country, [subdivision]);
  if (zones.length > 0) return zones;
  return country === null ? [] : (ZONES[country] ?? []);
}

/** The first country that a zone is of; null for a zone of none of them. */
export function countryOfZone(zone: string): string | null {
  return COUNTRIES.find((country) => ZONES[country]?.includes(zone)) ?? null;
}

/** Of all the places a debtor may be, each zone once. */
export function zonesOfAll(residences: readonly PlausibleResidence[]): readonly string[] {
  return [...new Set(residences.flatMap(({ country, subdivision }) => zonesOf(country, subdivision)))];
}

import type { ResidenceZones } from "../pack.js";

/**
 * Where the residents of a country and of each of its states may live by the clock.
 * @param cities of American zones, by state, as words: `{ AM: "Manaus Eirunepe" }`
 */
export function residenceByState(country: string, cities: Readonly<Record<string, string>>): readonly ResidenceZones[] {
  const states = Object.entries(cities).map(([subdivision, named]) => ({
    country,
    subdivision,
    zones: named.split(" ").map((city) => `America/${city}`),
  }));
  return [{ country, zones: [...new Set(states.flatMap(({ zones }) => zones))] }, ...states];
}

/** A state of a country whose law or clock differs from state to state. */
export interface Subdivision {
  /** ISO 3166-2 without the country: `BCN`. */
  readonly code: string;
  /** In the country's own language. */
  readonly name: string;
  /** Under which files know it beside code and name, as plain words: `df`, `estado de mexico`. */
  readonly aliases: readonly string[];
  /** Every IANA zone that part of it lives by. */
  readonly zones: readonly string[];
  /** Area codes of the numbering plan in use in it; one that crosses a border is listed on either side. */
  readonly areaCodes: readonly string[];
}

/** Lists are written as words, so that a country's table can be read down its columns. */
export function subdivision(code: string, name: string, zones: string, areaCodes: string, ...aliases: string[]): Subdivision {
  return { code, name, aliases, zones: zones.split(" ").map((zone) => `America/${zone}`), areaCodes: areaCodes.split(" ") };
}

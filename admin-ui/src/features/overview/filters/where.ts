/** Only what is of one of these values of a dimension; `-` is what is not known. */
export interface Chip {
  readonly dimension: string;
  readonly values: readonly string[];
}

/** What an address asks for; what cannot be read in it is left out: an address is anybody's. */
export function chipsIn(where: string): Chip[] {
  return where.split(",").flatMap((part): Chip[] => {
    const [dimension = "", ...rest] = part.split(":");
    const values = rest.join(":").split("|").filter(Boolean).flatMap(decoded);
    return /^[a-z_]+$/.test(dimension) && values.length > 0 ? [{ dimension, values }] : [];
  });
}

/** The same as text; undefined where nothing is asked for. */
export function whereOf(chips: readonly Chip[]): string | undefined {
  const parts = chips.filter(({ values }) => values.length > 0);
  return parts.map(({ dimension, values }) => `${dimension}:${values.map(encodeURIComponent).join("|")}`).join(",") || undefined;
}

/** With these values of a dimension in place of what it had; without values it goes. */
export function withChip(chips: readonly Chip[], dimension: string, values: readonly string[]): Chip[] {
  const known = chips.some((chip) => chip.dimension === dimension);
  const next = known
    ? chips.map((chip) => (chip.dimension === dimension ? { dimension, values } : chip))
    : [...chips, { dimension, values }];
  return next.filter((chip) => chip.values.length > 0);
}

function decoded(value: string): string[] {
  try {
    return [decodeURIComponent(value)];
  } catch {
    return [];
  }
}

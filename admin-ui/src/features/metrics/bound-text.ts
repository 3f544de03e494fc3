/**
 * A bound as the reader typed it.
 * @returns null for an empty field, NaN for what cannot be read: also `1.000` where a point groups, that might be one or a thousand
 */
export function readBound(text: string, locale: string): number | null {
  const plain = text.trim().replace("−", "-");
  if (plain === "") return null;
  const match = /^(-?\d{1,7})(?:([.,])(\d{1,3}))?$/.exec(plain);
  if (!match) return Number.NaN;
  const [, whole = "", sign, decimals] = match;
  if (sign === undefined || decimals === undefined) return Number(whole);
  const point = new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === "decimal")?.value;
  if (sign !== point && decimals.length === 3) return Number.NaN;
  return Number(`${whole}.${decimals}`);
}

/** As the field shows it: the reader's decimal sign, no grouping, nothing for no bound. */
export function boundText(bound: number | null, locale: string): string {
  return bound === null ? "" : new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 3 }).format(bound);
}

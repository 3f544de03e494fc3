/**
 * What a person typed as an amount, in plain decimal text (`1250.50`) for the API; undefined when it can be read in two ways.
 * Grouping and decimal marks follow the reader's locale; a mark in the wrong place is refused, not guessed.
 */
export function plainAmount(typed: string, locale: string): string | undefined {
  const comma = locale !== "en";
  const [group, decimal] = comma ? [".", ","] : [",", "."];
  const text = typed.replaceAll(/[\s\u00a0\u202f]/g, "");
  const [whole = "", fraction, ...more] = text.split(decimal);
  if (more.length > 0 || (fraction !== undefined && !/^\d{1,4}$/.test(fraction))) return undefined;
  const groups = whole.split(group);
  const grouped = groups.length === 1 || (/^\d{1,3}$/.test(groups[0] ?? "") && groups.slice(1).every((part) => /^\d{3}$/.test(part)));
  const digits = groups.join("");
  if (!grouped || !/^\d{1,15}$/.test(digits)) return undefined;
  const plain = fraction === undefined ? digits : `${digits}.${fraction}`;
  return Number(plain) > 0 ? plain : undefined;
}

import type { Compared } from "./judge/figures/compare.js";

/** Each judged figure with both values as they are at the end, and on how many days it was compared. */
export function figuresInWords(compared: readonly Compared[]): string {
  const last = compared.at(-1);
  if (!last) return "";
  const atTheEnd = compared.filter(({ asOf, from }) => asOf === last.asOf && from !== last.from);
  const ids = [...new Set(compared.map(({ id }) => id))];
  const instants = new Set(compared.map(({ asOf }) => asOf)).size;
  const lines = [
    `  ${String(ids.length)} figures added up anew, now and on ${instants - 1} past days; at the end, of four weeks:`,
    "",
    `  ${"figure".padEnd(40)} ${"Saldo".padStart(24)} ${"anew".padStart(24)}`,
    ...atTheEnd.map(({ id, part, currency, said, reckoned, agrees }) => {
      const name = [id, part, currency].filter((word) => word !== null).join(" ");
      return `  ${name.padEnd(40)} ${said.padStart(24)} ${reckoned.padStart(24)}${agrees ? "" : "   DIFFERS"}`;
    }),
    "",
  ];
  return `${lines.join("\n")}\n`;
}

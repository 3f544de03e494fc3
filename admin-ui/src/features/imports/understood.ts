import type { DateOrder, DecimalMark } from "@/api/types";

/** The calendar day (`2026-04-03`) a cell says, or undefined when it says none that is certain. */
export function dayIn(cell: string, order: DateOrder | null): string | undefined {
  const text = cell.trim();
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:$|[T ])/.exec(text);
  if (iso) return real(iso[1] ?? "", iso[2] ?? "", iso[3] ?? "");
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  if (!parts || order === null) return undefined;
  const [, a = "", b = "", year = ""] = parts;
  return order === "day_first" ? real(year, b, a) : real(year, a, b);
}

function real(year: string, month: string, day: string): string | undefined {
  const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const instant = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(instant.getTime()) || instant.toISOString().slice(0, 10) !== text ? undefined : text;
}

/** The amount a cell says, or undefined where it cannot be told. Currency signs and codes around it are left out. */
export function amountIn(cell: string, decimal: DecimalMark | null): number | undefined {
  const text = cell.replaceAll(/[\s\u00a0\u202f]|[A-Z]{3}|[$€R]/g, "");
  if (/^\d+$/.test(text)) return Number(text);
  if (decimal === null) return undefined;
  const [group, mark] = decimal === "comma" ? [".", ","] : [",", "."];
  const [whole = "", fraction, ...more] = text.split(mark);
  const digits = whole.replaceAll(group, "");
  if (more.length > 0 || !/^\d+$/.test(digits) || (fraction !== undefined && !/^\d{1,3}$/.test(fraction))) return undefined;
  return Number(fraction === undefined ? digits : `${digits}.${fraction}`);
}

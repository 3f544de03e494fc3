import { minorDigits } from "../../../shared/money.js";

/** Half of what is owed, or a number of major units. */
export type SaidAmount = "half" | { readonly minorOf: (currency: string) => number };

const HALF = /\b(?:la mitad|mitad|metade|half)\b/u;
/** A number that is no day, date, hour or telephone number by what stands beside it. */
const NUMBER = /(?<![\d/:.,-])\d{1,3}(?:[.,\s]\d{3})+(?:[.,]\d{1,2})?(?![\d/:])|(?<![\d/:.,-])\d{1,9}(?:[.,]\d{1,2})?(?![\d/:])/gu;
const THOUSANDS = /^\s?(?:mil|k|luca|lucas)\b/u;
const NO_MONEY = /^\s?(?:de|of|st|nd|rd|th|am|pm|hs|hrs|horas|h|dias|days|semanas|weeks|meses|months|cuotas|parcelas|x|%|lunes|martes)\b/u;
const DAY_BEFORE = /\b(?:el|dia|day|on the|hasta|ate|antes del|the)\s?$/u;

/**
 * The amount named in a message; null for none, or for more than one. Numbers with a day's words beside them are days: "el 15", "15 de
 * diciembre". Linear in the text.
 */
export function saidAmount(text: string): SaidAmount | null {
  const plain = text.slice(0, 300).normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const amounts = [...plain.matchAll(NUMBER)].flatMap((match) => {
    const after = plain.slice(match.index + match[0].length, match.index + match[0].length + 12);
    const before = plain.slice(Math.max(0, match.index - 10), match.index);
    const thousands = THOUSANDS.test(after);
    if (!thousands && !/[$]\s?$/.test(before) && (NO_MONEY.test(after) || DAY_BEFORE.test(before))) return [];
    return [majorOf(match[0]) * (thousands ? 1_000 : 1)];
  });
  const [amount] = amounts;
  if (amounts.length > 1) return null;
  if (amount === undefined) return HALF.test(plain) ? "half" : null;
  return { minorOf: (currency) => Math.round(amount * 10 ** minorDigits(currency)) };
}

/** `1.200`, `1,200`, `1 200` are thousands; `12,50` and `12.5` have decimals. */
function majorOf(number: string): number {
  const [, whole = number, decimals = ""] = /^(.*?)(?:[.,](\d{1,2}))?$/u.exec(number) ?? [];
  return Number(`${whole.replace(/\D/gu, "")}.${decimals || "0"}`);
}

import { type Currency, isCurrency, minorDigits } from "../../../../shared/money.js";
import { withoutEndZeros } from "../../../../shared/rounded-number.js";

export type DecimalMark = "." | ",";

/** Apostrophes (Switzerland) and all kinds of spaces group digits and never mean anything else. */
const GROUPING = /(?<=\d)['’\s\u00a0\u202f](?=\d{3}(?!\d))/g;
/** `1.500`: fifteen hundred or one and a half. */
const LOOKS_GROUPED = /^-?[1-9]\d{0,2}[.,]\d{3}$/;
/** The sign of a currency before an amount, with the minus before it; and behind one, where there may be none between them. */
const SIGN_BEFORE = /^(-?)\s*(?:U\$S|(?:[A-Z]{1,3}[/.]{0,2}\s*)?[$€£¥₡₲₱]?)\s*/i;
const SIGN_BEHIND = /(?:(?:US|MX|R)\$|U\$S|[A-Z]{3}|[$€£¥₡₲₱])$/i;
/** What accounts and people write beside an amount that is in somebody's favour. It is no amount owed, and no currency. */
const CREDIT_MARK =
  /^[-−\s]*(?:c|h|a|cr|cre|crd|cred|credito|nc|ncr|sf|af|hb|hab|haber|abo|acr|fav)\b[.:]?\s*\d|\d\s*(?:c|h|a|cr|cre|crd|cred|credito|nc|ncr|sf|af|hb|hab|haber|abo|acr|fav)\.?$/i;
/** A longer text is no amount. */
const LONGEST_AMOUNT = 60;
/** Signs that mean one currency. A bare $ means the currency of the row, whichever that is. */
const NAMED: Readonly<Record<string, Currency>> = {
  R$: "BRL",
  US$: "USD",
  U$S: "USD",
  MX$: "MXN",
  "S/": "PEN",
  "S/.": "PEN",
  "€": "EUR",
  "£": "GBP",
  "₡": "CRC",
  "₲": "PYG",
};

/** Gathers which sign the decimals of a whole column follow: one 12,50 settles what a hundred 1.500 leave open. */
export class AmountEvidence {
  private point = false;
  private comma = false;

  see(text: string): void {
    const digits = bare(text);
    const marks = digits.match(/[.,]/g) ?? [];
    if (marks.length === 0) return;
    const last = marks.at(-1) as DecimalMark;
    const after = digits.length - digits.lastIndexOf(last) - 1;
    if (new Set(marks).size === 2) this.note(last);
    // Twice the same sign groups; once, it is the decimal one unless it stands where a group would begin.
    else if (marks.length > 1) this.note(last === "." ? "," : ".");
    else if (after !== 3 || !LOOKS_GROUPED.test(digits)) this.note(last);
  }

  /** `null`: nothing in the column tells. `mixed` is told by both. */
  get mark(): DecimalMark | "mixed" | null {
    if (this.point && this.comma) return "mixed";
    return this.point ? "." : this.comma ? "," : null;
  }

  private note(mark: DecimalMark): void {
    if (mark === ".") this.point = true;
    else this.comma = true;
  }
}

/**
 * Integer minor units of an amount as people write it: `$ 1.234,50`, `1,234.50`, `R$ 99`, `1 234`.
 * @param mark what the column's evidence says
 * @returns null when it is no amount, or could be two, or has more decimals than the currency
 */
export function readAmount(text: string, currency: Currency, mark: DecimalMark | "mixed" | null): number | null {
  const digits = bare(text);
  if (!/^-?\d[\d.,]*$/.test(digits) || CREDIT_MARK.test(text.trim())) return null;
  const decimal = mark === "mixed" || mark === null ? ownMark(digits, mark) : mark;
  if (decimal === undefined) return null;
  // With three decimals, `1.500` is fifteen hundred or one and a half unless the column tells.
  if (decimal === null && LOOKS_GROUPED.test(digits) && minorDigits(currency) >= 3) return null;
  if (decimal !== null && digits.includes(decimal) && LOOKS_GROUPED.test(digits) && minorDigits(currency) < 3) return null;
  const at = decimal === null ? -1 : digits.indexOf(decimal);
  const [whole, fraction] = at < 0 ? [digits, ""] : [digits.slice(0, at), digits.slice(at + 1)];
  if (!/^\d*$/.test(fraction) || !wellGrouped(whole)) return null;
  return minorOf(whole.replace(/[.,]/g, ""), fraction, currency);
}

/** Decimal mark as one amount shows it by itself: null when it has none, undefined when a contradictory column leaves it open. */
function ownMark(digits: string, column: "mixed" | null): DecimalMark | null | undefined {
  const evidence = new AmountEvidence();
  evidence.see(digits);
  if (evidence.mark === "mixed") return undefined;
  if (evidence.mark !== null) return evidence.mark;
  // Nothing but `1.500`: with two decimals or none in nearly every currency, three digits are a group.
  return column === "mixed" && /[.,]/.test(digits) ? undefined : null;
}

/** Whether an amount is below zero, however that is written, or holds besides itself and a currency what may say so. */
export function maybeCredit(text: string): boolean {
  const digit = text.slice(0, LONGEST_AMOUNT).search(/\d/);
  if (digit < 0) return false;
  if (/[-−–—‒―([<{]/.test(text.slice(0, digit)) || /[-−–—‒―]\s*$/.test(text)) return true;
  return bare(text) === "" || /[^\d.,]/.test(bare(text)) || CREDIT_MARK.test(text.trim());
}

/** The currency that an amount itself names: `R$ 99` is in BRL, `99 MXN` in MXN, `$ 99` in any. */
export function currencyNamed(text: string): Currency | null {
  if (text.length > LONGEST_AMOUNT) return null;
  const sign = text.toUpperCase().replace(/[\d\s.,'’()−\u00a0\u202f-]+/g, "");
  // `$ 99 MXN` and `R$ 99 BRL` say it twice.
  const code = /^(?:MX|US|R)?\$?([A-Z]{3})\$?$/.exec(sign)?.[1];
  return NAMED[sign] ?? (code !== undefined && isCurrency(code) ? code : null);
}

function minorOf(whole: string, fraction: string, currency: Currency): number | null {
  const places = minorDigits(currency);
  const exact = withoutEndZeros(fraction);
  if (exact.length > places) return null;
  const minor = Number(whole + exact.padEnd(places, "0"));
  if (!Number.isSafeInteger(minor)) return null;
  // Nothing is nothing, whatever sign it has.
  return minor === 0 ? 0 : minor;
}

/** Groups of three after the first: `1.234.567` but not `12.34.567`. */
function wellGrouped(whole: string): boolean {
  return /^-?\d+$/.test(whole) || /^-?\d{1,3}(\.\d{3})+$/.test(whole) || /^-?\d{1,3}(,\d{3})+$/.test(whole);
}

function bare(text: string): string {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST_AMOUNT) return "";
  const plain = trimmed
    .replace(/^\((.*)\)$/, "-$1")
    .replace(/^(.*\d)-$/, "-$1")
    .replace("−", "-");
  return plain.replace(SIGN_BEFORE, "$1").trimEnd().replace(SIGN_BEHIND, "").trimEnd().replace(GROUPING, "");
}

import { invalid } from "./errors.js";
import { ISO_4217 } from "./iso-4217.js";

/** ISO 4217 code, upper case. */
export type Currency = string;

/** An amount in integer minor units (cents, centavos). Never a fraction, never a float, never summed across currencies. */
export interface Money {
  readonly minor: number;
  readonly currency: Currency;
}

/**
 * More than anybody owes or pays at once, in minor units: a column that went wrong, such as telephone numbers taken for amounts. What
 * is below can be added up by the hundred without losing a unit.
 */
export const LARGEST_MINOR = 10_000_000_000_000;

/** Decimals of a currency's minor unit. Two for a code that is none of ISO 4217: such a code may stand in old records. */
export function minorDigits(currency: Currency): number {
  return ISO_4217.get(currency) ?? 2;
}

/** Whether the text looks like a code. */
export function isCurrency(text: string): boolean {
  return /^[A-Z]{3}$/.test(text);
}

/** Whether it is one that ISO 4217 lists and somebody can owe something in: neither `PES` nor `XXX`, nor a currency of the past (`MXP`). */
export function isIsoCurrency(code: string): boolean {
  return ISO_4217.has(code);
}

/**
 * Adds amounts of one currency; a mix is a programming error and throws.
 * @throws DomainError `money.too_large` when the whole cannot be told to the last unit any more
 */
export function sum(currency: Currency, amounts: readonly Money[]): Money {
  let minor = 0;
  for (const amount of amounts) {
    if (amount.currency !== currency) throw new Error(`Cannot add ${amount.currency} to ${currency}`);
    minor += amount.minor;
  }
  if (!Number.isSafeInteger(minor)) throw invalid("money.too_large", "Together these amounts are too large.");
  return { minor, currency };
}

/** One sum a currency, in the order in which the currencies come. @throws DomainError `money.too_large` as `sum` does */
export function totals(amounts: readonly Money[]): Money[] {
  const currencies = [...new Set(amounts.map(({ currency }) => currency))];
  return currencies.map((code) =>
    sum(
      code,
      amounts.filter(({ currency }) => currency === code),
    ),
  );
}

/** `1135700` minor of COP → `"11357.00"`: plain decimal text for exports and provider calls. */
export function toDecimal({ minor, currency }: Money): string {
  const digits = minorDigits(currency);
  if (digits === 0) return String(minor);
  const sign = minor < 0 ? "-" : "";
  const text = String(Math.abs(minor)).padStart(digits + 1, "0");
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/**
 * Reads plain decimal text (`1234`, `1234.5`, `-12.30`) into minor units.
 * Grouping and decimal commas belong to the import, which knows its file's habits.
 */
export function fromDecimal(text: string, currency: Currency, field = "amount"): Money {
  const match = /^(-?)(\d{1,15})(?:\.(\d+))?$/.exec(text.trim());
  const digits = minorDigits(currency);
  const fraction = match?.[3] ?? "";
  if (!match || fraction.length > digits) {
    throw invalid("money.invalid", `"${field}" must be an amount such as 1250.50 with at most ${digits} decimals.`, { field });
  }
  const minor = Number(`${match[2]}${fraction.padEnd(digits, "0")}`);
  if (minor > LARGEST_MINOR) throw invalid("money.too_large", `"${field}" is too large.`, { field });
  // Nothing is nothing, whatever sign it has.
  return { minor: match[1] === "-" && minor > 0 ? -minor : minor, currency };
}

/**
 * The amount as the debtor reads it in a message: es-CO `$ 1.135.700`, pt-BR `R$ 1.227,68`. Zero cents of COP are not shown.
 * `display: "code"` writes `COP 1.135.700`, for when a bare `$` could be read as another currency.
 */
export function formatForDebtor({ minor, currency }: Money, locale: string, display: "narrowSymbol" | "code" = "narrowSymbol"): string {
  const digits = minorDigits(currency);
  const hideCents = currency === "COP" && minor % 100 === 0;
  return formatter(locale, currency, display, hideCents ? 0 : digits)
    .format(minor / 10 ** digits)
    .replace("-", "−");
}

/** Making a formatter costs a hundred times what using it does; there are as many as locales and currencies in use. */
const formatters = new Map<string, Intl.NumberFormat>();

function formatter(locale: string, currency: Currency, currencyDisplay: "narrowSymbol" | "code", fraction: number): Intl.NumberFormat {
  const key = `${locale}/${currency}/${currencyDisplay}/${fraction}`;
  let known = formatters.get(key);
  if (!known) {
    const digits = { minimumFractionDigits: fraction, maximumFractionDigits: fraction };
    const style = { style: "currency", currency, currencyDisplay, useGrouping: "always", signDisplay: "negative" } as const;
    known = new Intl.NumberFormat(locale, { ...style, ...digits });
    formatters.set(key, known);
  }
  return known;
}

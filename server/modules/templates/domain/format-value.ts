import { isCalendarDate, toEpochDay } from "../../../shared/calendar.js";
import { invalid } from "../../../shared/errors.js";
import { DAY } from "../../../shared/instant.js";
import { formatForDebtor, isCurrency, type Money } from "../../../shared/money.js";
import type { MessageLanguage } from "./language.js";
import type { TemplateValue, VariableSpec } from "./message-template.js";
import { parameterText } from "./parameter-text.js";

/** ASCII only: a foreign-script host is written in punycode, so that nobody is sent to a look-alike. */
const URL_TEXT = /^https?:\/\/[\w\-.~:/?#[\]@!$&()*+,;=%]+$/;

export interface Format {
  /** BCP 47; decides separators, month names and which `$` is home. */
  readonly locale: string;
  /** Decides the words around a value. */
  readonly language: Pick<MessageLanguage, "accounts">;
  /** Calendar date at the debtor's place: the year of a date is written unless it is this one's. */
  readonly asOf: string;
}

/** More references than this make a message nobody reads; the rest is counted. */
const LISTED = 3;

/** The currency a reader of each region takes a bare symbol for. Elsewhere, and for any other currency, the code is written. */
const HOME: Readonly<Record<string, string>> = {
  AR: "ARS",
  BR: "BRL",
  CL: "CLP",
  CO: "COP",
  ES: "EUR",
  GB: "GBP",
  MX: "MXN",
  PE: "PEN",
  PT: "EUR",
  US: "USD",
  UY: "UYU",
};

/**
 * A value as the debtor reads it, safe as a WhatsApp parameter. All three forms of a template go through here, which is why they agree.
 *
 * @throws DomainError `template.value_missing`, `template.value_invalid` or one of `parameterText`, naming the variable
 */
export function formatValue(spec: VariableSpec, value: TemplateValue | undefined, format: Format): string {
  if (value === undefined) {
    throw invalid("template.value_missing", `"${spec.name}" has no value.`, {
      field: spec.name,
      remedy: `Give "${spec.name}" a value, or use a template that does not need it.`,
    });
  }
  return parameterText(written(spec, value, format), spec.name);
}

function written(spec: VariableSpec, value: TemplateValue, format: Format): string {
  switch (spec.type) {
    case "text":
      if (typeof value === "string") return value;
      break;
    case "url":
      if (typeof value === "string" && URL_TEXT.test(value)) return value;
      break;
    case "date":
      if (typeof value === "string" && isCalendarDate(value)) return formatDate(value, format);
      break;
    case "number":
      if (Number.isSafeInteger(value)) return new Intl.NumberFormat(format.locale).format(value as number);
      break;
    case "money":
      if (Array.isArray(value) && value.length > 0 && value.every(isMoney)) return formatAmounts(value, format.locale);
      break;
    case "accounts":
      if (Array.isArray(value) && value.length > 0 && value.every(isReference)) return formatAccounts(value, format);
      break;
  }
  throw invalid("template.value_invalid", `"${spec.name}" does not hold a value of type ${spec.type}.`, {
    field: spec.name,
    remedy: `Correct "${spec.name}" in the debtor's data.`,
    params: { type: spec.type },
  });
}

/** `25 de noviembre`; with the year when it is not this one's. */
export function formatDate(date: string, { locale, asOf }: Pick<Format, "locale" | "asOf">): string {
  return dateFormat(locale, date.slice(0, 4) !== asOf.slice(0, 4)).format(toEpochDay(date) * DAY);
}

/** Making one costs a hundred times what using it does. */
const dateFormats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(locale: string, withYear: boolean): Intl.DateTimeFormat {
  const key = `${locale}/${withYear}`;
  let known = dateFormats.get(key);
  if (!known) {
    const year = withYear ? ({ year: "numeric" } as const) : {};
    known = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", ...year, timeZone: "UTC" });
    dateFormats.set(key, known);
  }
  return known;
}

/** `$ 386.400`; `COP 386.400 y MXN 1.250,00` for several currencies, which are never added. */
export function formatAmounts(amounts: readonly Money[], locale: string): string {
  const region = new Intl.Locale(locale).maximize().region ?? "";
  const [only] = amounts;
  if (amounts.length === 1 && only && HOME[region] === only.currency) return formatForDebtor(only, locale);
  return listOf(
    amounts.map((amount) => formatForDebtor(amount, locale, "code")),
    locale,
  );
}

/** `cuenta F-1182`, `3 cuentas (F-1182, F-1190 y F-1201)`, `7 cuentas (F-1182, F-1190, F-1201 y 4 más)`. */
function formatAccounts(references: readonly string[], { locale, language }: Format): string {
  if (references.length === 1) return `${language.accounts.one} ${references[0]}`;
  const listed = references.slice(0, LISTED);
  const rest = references.length - listed.length;
  if (rest > 0) listed.push(`${rest} ${language.accounts.more}`);
  return `${references.length} ${language.accounts.many} (${listOf(listed, locale)})`;
}

function listOf(items: readonly string[], locale: string): string {
  return new Intl.ListFormat(locale, { style: "long", type: "conjunction" }).format(items);
}

function isMoney(item: unknown): item is Money {
  if (typeof item !== "object" || item === null || !("minor" in item) || !("currency" in item)) return false;
  return Number.isSafeInteger(item.minor) && typeof item.currency === "string" && isCurrency(item.currency);
}

function isReference(item: unknown): item is string {
  return typeof item === "string" && item.trim() !== "";
}

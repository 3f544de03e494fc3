import { isCalendarDate } from "../../../shared/calendar.js";
import type { Locale } from "../../../shared/locale.js";
import { formatForDebtor } from "../../../shared/money.js";
import type { JsonObject, JsonValue } from "./json.js";

/** Says the word for a code of a payload. */
export type CodeWords = (code: string, of: "codes" | "clocks" | "works" | "metrics") => string;

/**
 * Values for the places of a record's sentence. A place that has no value says "–"; `given_NAME` says whether NAME has one, so that a
 * sentence can leave out a part.
 */
export function valuesFor(places: readonly string[], payload: JsonObject, locale: Locale, inWords: CodeWords): Record<string, string> {
  const valueOf = (name: string) => valueIn(payload, name, locale, inWords);
  return Object.fromEntries(
    places.map((place) => [
      place,
      place.startsWith(GIVEN) ? (valueOf(place.slice(GIVEN.length)) === null ? "no" : "yes") : (valueOf(place) ?? "–"),
    ]),
  );
}

const GIVEN = "given_";

function valueIn(payload: JsonObject, name: string, locale: Locale, inWords: CodeWords): string | null {
  const value = (Object.hasOwn(payload, name) ? payload[name] : null) ?? null;
  if (name === "amount") return moneyOf(payload, locale);
  if (name === "metric" && typeof value === "string") return inWords(`${value}.name`, "metrics");
  if (name === "clock" && typeof value === "string") return inWords(value, "clocks");
  if (name === "work" && typeof value === "string") return inWords(value, "works");
  if (typeof value === "string") return isCalendarDate(value) ? dateOf(value, locale) : inWords(value, "codes");
  return typeof value === "number" ? String(value) : null;
}

/** `10 Dec 2026`, as the panel writes a day. */
function dateOf(date: string, locale: Locale): string {
  const at = Date.parse(`${date}T00:00:00Z`);
  const month = new Intl.DateTimeFormat(locale, { month: "short", timeZone: "UTC" }).format(at).replace(".", "");
  return [String(Number(date.slice(8))), month, date.slice(0, 4)].join("\u00a0");
}

/** Amounts stand in payloads as `amount: { minor, currency }` or as `amountMinor` beside `currency`. */
function moneyOf(payload: JsonObject, locale: Locale): string | null {
  const { amount, amountMinor, currency } = payload;
  const [minor, code] = isObject(amount) ? [amount["minor"], amount["currency"]] : [amountMinor ?? amount, currency];
  if (typeof minor !== "number" || typeof code !== "string" || !/^[A-Z]{3}$/.test(code)) return null;
  // The panel writes the code first in every language; here a reader of the panel reads.
  return `${code}\u00a0${formatForDebtor({ minor, currency: code }, locale, "code").replace(code, "").trim()}`;
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

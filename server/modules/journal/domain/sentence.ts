import { isCalendarDate } from "../../../shared/calendar.js";
import { formatForDebtor } from "../../../shared/money.js";
import type { JsonObject, JsonValue } from "./json.js";
import type { Language } from "./language.js";
import type { TimelineKind } from "./described.js";
import { CATALOGUE } from "./sentences.js";
import { wordOf } from "./words.js";
import { nameOfWork } from "./words-of-work.js";

const UNKNOWN: Readonly<Record<Language, string>> = { en: "Recorded: ", es: "Registrado: ", "pt-BR": "Registrado: " };

/** The kind under which the timeline files a record; what it does not know is a note. */
export function kindOf(type: string): TimelineKind {
  return CATALOGUE[type]?.kind ?? "note";
}

export function typesOf(kind: TimelineKind): string[] {
  return Object.keys(CATALOGUE).filter((type) => CATALOGUE[type]?.kind === kind);
}

/** Every type in words, without the values of a record. */
export function typesInWords(language: Language): { type: string; kind: TimelineKind; title: string }[] {
  return Object.entries(CATALOGUE).map(([type, { kind }]) => ({ type, kind, title: sentenceOf(type, {}, language).replaceAll("–", "…") }));
}

/**
 * One sentence about a record. `{name}` is a value of its payload; a part in square brackets is left out where a value in it is
 * missing. A type nobody described gets a neutral sentence rather than none: nothing on record is hidden.
 */
export function sentenceOf(type: string, payload: JsonObject, language: Language): string {
  const text = CATALOGUE[type]?.[language];
  if (text === undefined) return UNKNOWN[language] + type.replace(/[._]/g, " ");
  return fill(
    text.replace(/\[([^\]]*)\]/g, (_, part: string) =>
      placeholders(part).every((name) => valueOf(payload, name, language) !== null) ? part : "",
    ),
    payload,
    language,
  );
}

function fill(text: string, payload: JsonObject, language: Language): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => valueOf(payload, name, language) ?? "–");
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");
}

function valueOf(payload: JsonObject, name: string, language: Language): string | null {
  const value = payload[name] ?? null;
  if (name === "amount") return moneyOf(payload, language);
  if (name === "work" && typeof value === "string") return nameOfWork(value, language);
  if (typeof value === "string") return isCalendarDate(value) ? dateOf(value, language) : wordOf(value, language);
  return typeof value === "number" ? String(value) : null;
}

/** `10 Dec 2026`, as the panel writes a day. */
function dateOf(date: string, language: Language): string {
  const at = Date.parse(`${date}T00:00:00Z`);
  const month = new Intl.DateTimeFormat(language, { month: "short", timeZone: "UTC" }).format(at).replace(".", "");
  return [String(Number(date.slice(8))), month, date.slice(0, 4)].join("\u00a0");
}

/** Amounts stand in payloads as `amount: { minor, currency }` or as `amountMinor` beside `currency`. */
function moneyOf(payload: JsonObject, language: Language): string | null {
  const { amount, amountMinor, currency } = payload;
  const [minor, code] = isObject(amount) ? [amount["minor"], amount["currency"]] : [amountMinor ?? amount, currency];
  if (typeof minor !== "number" || typeof code !== "string" || !/^[A-Z]{3}$/.test(code)) return null;
  // The panel writes the code first in every language; here a reader of the panel reads.
  return `${code}\u00a0${formatForDebtor({ minor, currency: code }, language, "code").replace(code, "").trim()}`;
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

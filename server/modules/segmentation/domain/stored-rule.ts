import { isRuleSized } from "../../../shared/rule-size.js";
import { MONEY_ATTRIBUTES, NUMBER_ATTRIBUTES, type SegmentRule, WORD_ATTRIBUTES } from "./rule.js";

const NUMBERS: ReadonlySet<string> = new Set(NUMBER_ATTRIBUTES);
const MONEY: ReadonlySet<string> = new Set(MONEY_ATTRIBUTES);
const WORDS: ReadonlySet<string> = new Set(["stage", ...WORD_ATTRIBUTES]);

/** A rule as it was stored; null for what is none, and for one that is too large to be looked at. */
export function storedRule(text: string): SegmentRule | null {
  try {
    const value: unknown = JSON.parse(text);
    return isRuleSized(value) && isRule(value) ? value : null;
  } catch {
    return null;
  }
}

function isRule(value: unknown): value is SegmentRule {
  if (!isRecord(value)) return false;
  if ("all" in value) return Array.isArray(value["all"]) && value["all"].every(isRule);
  if ("any" in value) return Array.isArray(value["any"]) && value["any"].every(isRule);
  if ("not" in value) return isRule(value["not"]);
  const { attribute } = value;
  if (typeof attribute !== "string") return false;
  if (WORDS.has(attribute)) return isWords(value["in"]);
  if (MONEY.has(attribute)) return typeof value["currency"] === "string" && isRange(value);
  return NUMBERS.has(attribute) && isRange(value);
}

function isWords(value: unknown): boolean {
  return Array.isArray(value) && value.every((word) => typeof word === "string");
}

function isRange({ min, max }: Readonly<Record<string, unknown>>): boolean {
  return [min, max].every((end) => end === undefined || Number.isInteger(end));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

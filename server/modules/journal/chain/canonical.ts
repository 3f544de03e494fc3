import canonicalize from "canonicalize";
import type { JsonValue } from "../domain/json.js";

/**
 * Canonical JSON (RFC 8785). Half a surrogate pair, which a text cut in the middle of an emoji leaves behind, becomes U+FFFD:
 * the words of a debtor must never make a commit impossible.
 * @throws Error for NaN, infinities and cycles
 */
export function canonical(value: JsonValue): string {
  try {
    return serialise(value);
  } catch {
    return serialise(wellFormed(value));
  }
}

function serialise(value: JsonValue): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error("A record may hold only what JSON can write");
  return text;
}

function wellFormed(value: JsonValue): JsonValue {
  if (typeof value === "string") return value.toWellFormed();
  if (Array.isArray(value)) return value.map((item: JsonValue) => wellFormed(item));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key.toWellFormed(), wellFormed(item)]));
}

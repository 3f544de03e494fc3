import type { JsonObject } from "./json.js";
import type { Language } from "./language.js";
import { sentenceOf } from "./sentence.js";
import { whyNot } from "./why-not.js";

/** What a record says to people: its sentence, and for a refusal the reason with its article. */
export function titleOf(
  record: { readonly type: string; readonly payload: JsonObject; readonly personal: JsonObject | null },
  language: Language,
): string {
  const sentence = sentenceOf(record.type, { ...record.payload, ...record.personal }, language);
  const why = whyNot(record.payload, language);
  return why === null ? sentence : `${sentence}. ${why}`;
}

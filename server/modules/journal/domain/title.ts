import type { JsonObject } from "./json.js";
import type { Language } from "./language.js";
import { sentenceOf } from "./sentence.js";

/**
 * What a record says to people: its sentence, and for a refusal the reason with its article.
 * @param whyNot why contact was closed, from the decision a payload carries
 */
export function titleOf(
  record: { readonly type: string; readonly payload: JsonObject; readonly personal: JsonObject | null },
  language: Language,
  whyNot: (payload: JsonObject) => string | null,
): string {
  const sentence = sentenceOf(record.type, { ...record.payload, ...record.personal }, language);
  const why = whyNot(record.payload);
  return why === null ? sentence : `${sentence}. ${why}`;
}

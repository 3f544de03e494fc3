import type { MessageLanguage } from "../../templates/rules.js";
import { type Interpretation, literally, type Meaning } from "./interpret.js";
import type { Reaction } from "./reaction.js";

/**
 * What still counts of words written before Saldo listened: what forbids writing to the person. Nothing else does, however clear it is: a
 * year-old "pay now" is no question that waits for an answer, and "already paid" was said of what was owed then.
 */
const FORBIDS: ReadonlySet<Meaning> = new Set<Meaning>(["opt_out", "wrong_person", "dispute"]);

/** Null for everything that does not forbid writing. */
export function earlierObjectionIn(text: string | null, language: MessageLanguage): Interpretation | null {
  const interpretation = text === null ? null : literally(text, language, false);
  return interpretation && FORBIDS.has(interpretation.meaning) ? interpretation : null;
}

/** Whether it is worth finding out who wrote it: most of what people write forbids nothing in any language. */
export function mayForbid(text: string | null, languages: readonly MessageLanguage[]): boolean {
  return languages.some((language) => earlierObjectionIn(text, language) !== null);
}

/** It is in force at once, and a person sees to it where one would today; nobody is answered so long after. */
export function withoutAnswer(reaction: Reaction): Reaction {
  return { ...reaction, reply: null, agreement: null };
}

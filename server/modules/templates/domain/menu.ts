import { type Intent, INTENTS } from "./intents.js";
import type { MessageLanguage } from "./language.js";

export { type Intent, INTENTS } from "./intents.js";

/** Letter case, accents, edge punctuation and spacing do not change what a person meant. */
export function foldTitle(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, "");
}

/**
 * What a message means when its whole text is a button's title, pressed or typed by hand; null for anything else. The helpdesk hands us the
 * plain title of a pressed button, no payload and no id (Chatwoot 4.16), so a title means one intent, in its language and across languages;
 * a test holds the languages to that. The language is a preference.
 */
export function intentOfTitle(title: string, language: MessageLanguage): Intent | null {
  const folded = foldTitle(title);
  for (const candidate of [language, ...language.others]) {
    const intent = titlesIn(candidate).get(folded);
    if (intent) return intent;
  }
  return null;
}

/** Every message is asked: what a language's titles mean is put together once. */
const known = new WeakMap<MessageLanguage, ReadonlyMap<string, Intent>>();

function titlesIn(language: MessageLanguage): ReadonlyMap<string, Intent> {
  const titles =
    known.get(language) ?? new Map(INTENTS.flatMap((intent) => titlesOf(intent, language).map((text) => [foldTitle(text), intent])));
  known.set(language, titles);
  return titles;
}

/** All that a debtor may press or type for an intent. */
export function titlesOf(intent: Intent, { buttons, earlierButtons, stop }: MessageLanguage): readonly string[] {
  return [buttons[intent], ...(earlierButtons[intent] ?? []), ...(intent === "opt_out" ? [stop.word] : [])];
}

import { nameWords, words } from "../../../shared/words.js";

/** Letters of a word that are enough to look for it. Fewer would find a tenth of everybody, more would tell a thief of the table more. */
export const START = 3;

/** The beginning by which a word is found while it is typed. */
export function nameStart(word: string): string {
  return Array.from(word).slice(0, START).join("");
}

/** The beginnings of a name's words, each once. */
export function nameStarts(name: string): string[] {
  return [
    ...new Set(
      nameWords(name)
        .filter((word) => word.length >= START)
        .map(nameStart),
    ),
  ];
}

/** Whether each typed word begins a word of the name; one of fewer letters has to be a word of it. @param typed as `words` gives them */
export function isNamed(name: string, typed: readonly string[]): boolean {
  const own = words(name);
  return typed.length > 0 && typed.every((word) => own.some((known) => (word.length < START ? known === word : known.startsWith(word))));
}

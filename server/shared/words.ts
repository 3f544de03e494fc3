/** Text without accents, line breaks or signs that need a second look: nearly every cell of a file. */
export const PLAIN_TEXT = /^[\x20-\x7e]*$/;

/** Lower-case words without accents and punctuation, in order: `"José D'Ávila"` → `jose`, `d`, `avila`. */
export function words(text: string): string[] {
  // Most cells are plain ASCII, which has no accents to take off; an import asks this a million times.
  if (PLAIN_TEXT.test(text)) {
    return text
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .filter(Boolean);
  }
  return (
    text
      // Marks that stand alone go first: a long row of them takes its square to be put in order.
      .replace(/\p{M}/gu, "")
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean)
  );
}

/** Names longer than this are indexed by their first words. */
const MOST_WORDS = 12;

/** The words by which a name is found, each once. A single letter finds too many to be of use. */
export function nameWords(name: string): string[] {
  return [...new Set(words(name))].filter((word) => word.length > 1).slice(0, MOST_WORDS);
}

/** A personal id without punctuation, as it is looked up: `"CC 1.020-304"` → `cc1020304`. */
export function personIdKey(document: string): string {
  return words(document).join("");
}

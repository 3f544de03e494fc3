/** WhatsApp takes 4,096 characters; what is longer was not typed by a person and is read up to here. */
export const LONGEST_READ = 4_000;

/**
 * The words of each clause, without accents, case and apostrophes: `¡No me escriban más!` → `[["no", "me", "escriban", "mas"]]`.
 * Linear in the text, whatever it contains.
 */
export function wordsOf(text: string): readonly (readonly string[])[] {
  const plain = text
    .slice(0, LONGEST_READ)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/['’`´]/g, "")
    .toLowerCase();
  return plain
    .split(/[.,;:!?¡¿()\n\r…]/)
    .map((clause) => clause.match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((words) => words.length > 0);
}

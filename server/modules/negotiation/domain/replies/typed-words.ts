import { LONGEST_READ } from "../words-of.js";

/** A sentence as it was typed: its words, and before which of them a comma stands. */
export interface TypedSentence {
  readonly words: readonly string[];
  readonly commas: ReadonlySet<number>;
  readonly asks: boolean;
}

/** Longer than any word of a lexicon; what is longer was not typed as a word. */
const LONGEST_WORD = 24;
/** What somebody quotes is another's word, unless nothing else is said. */
const QUOTED = /"[^"\n]*"|“[^“”\n]*”|«[^«»\n]*»/gu;

/**
 * The words of each sentence, without accents, case, apostrophes and letters drawn out: `Yaaa pagué, gracias` → `ya pague | gracias`. Linear in
 * the text, whatever it contains.
 */
export function typedSentences(text: string): readonly TypedSentence[] {
  const plain = withoutQuotes(text.slice(0, LONGEST_READ))
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/['’]ll\b/g, " will")
    .replace(/['’`´ʼ]/g, "")
    .replace(/(?<=\p{L})\.(?=\p{L})/gu, " ")
    .toLowerCase()
    .replace(/\bpor que\b/g, "porque")
    .replace(/(?<=[\p{L}*])([\p{L}*])\1{2,}/gu, "$1");
  const sentences: TypedSentence[] = [];
  let words: string[] = [];
  let commas = new Set<number>();
  const end = (asks: boolean) => {
    if (words.length > 0) sentences.push({ words, commas, asks });
    words = [];
    commas = new Set();
  };
  for (const token of plain.match(/[\p{L}\p{N}*]+(?:[.,]\d+)*|\p{Extended_Pictographic}|[,;:()–—-]|[.!?¿¡…\n]/gu) ?? []) {
    if (/^[\p{L}\p{N}*]/u.test(token)) words.push(token.slice(0, LONGEST_WORD));
    else if (/^[,;:()–—-]/u.test(token)) commas.add(words.length);
    else if (/^[.!?¿¡…\n]/u.test(token)) end(token === "?");
    else words.push(token);
  }
  end(false);
  return sentences;
}

function withoutQuotes(text: string): string {
  const lines = text.split("\n").filter((line) => !line.startsWith(">"));
  const rest = lines.join("\n").replace(QUOTED, " ");
  return /\p{L}[^\p{L}\p{M}]+\p{L}/u.test(rest) ? rest : text;
}

/** Shorter words have too many neighbours that are words themselves. */
const SHORTEST = 7;

/**
 * Finds the word of a lexicon that a misspelt one stands for: one letter missing, too many, wrong, or two exchanged. By the words each is with
 * a letter left out, so that a look-up costs a word's length and not the lexicon's.
 */
export class Spelling {
  private readonly near = new Map<string, string>();

  constructor(words: Iterable<string>) {
    for (const word of words) {
      if (word.length < SHORTEST) continue;
      for (const form of [word, ...shortened(word)]) if (!this.near.has(form)) this.near.set(form, word);
    }
  }

  /** Null where nothing is near, or the first letters differ: those are seldom mistyped. */
  meant(typed: string): string | null {
    if (typed.length < SHORTEST - 1) return null;
    for (const form of [typed, ...shortened(typed)]) {
      const word = this.near.get(form);
      if (word !== undefined && word[0] === typed[0] && isOneSlip(word, typed)) return word;
    }
    return null;
  }
}

/** Two words that both lose a letter and are then the same may still be two letters apart. */
function isOneSlip(word: string, typed: string): boolean {
  if (word.length !== typed.length) {
    const [longer, shorter] = word.length > typed.length ? [word, typed] : [typed, word];
    return shortened(longer).includes(shorter);
  }
  const wrong = Array.from(word, (letter, at) => (letter === typed[at] ? -1 : at)).filter((at) => at >= 0);
  const [first = 0, second = 0] = wrong;
  const exchanged = wrong.length === 2 && second === first + 1 && word[first] === typed[second] && word[second] === typed[first];
  return wrong.length <= 1 || exchanged;
}

function shortened(word: string): string[] {
  return Array.from({ length: word.length }, (_, at) => word.slice(0, at) + word.slice(at + 1));
}

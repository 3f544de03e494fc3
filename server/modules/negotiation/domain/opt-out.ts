import { CONDITIONS, FILLING, NEGATIONS, PHRASES, POLITE, STOP_WORDS, SUBJECTS } from "./opt-out-words.js";
import { wordsOf } from "./words-of.js";

/** `all`: the message says nothing else. `part`: it also says something that somebody has to read. */
export type OptOutReading = "all" | "part" | null;

type Words = readonly string[];

interface Slot {
  readonly words: ReadonlySet<string>;
  readonly optional: boolean;
}
interface Compiled {
  readonly slots: readonly Slot[];
  readonly unless: ReadonlySet<string>;
  /** It says "not" itself. */
  readonly negative: boolean;
}

/** How far behind a phrase its limits are looked for. */
const REACH = 12;

const stopWords: ReadonlySet<string> = new Set(STOP_WORDS);
const phrases: readonly Compiled[] = PHRASES.map(({ words, unless }) => {
  const slots = words.split(" ").map(slotOf);
  return { slots, unless, negative: slots.slice(0, 2).some((slot) => [...slot.words].some((word) => NEGATIONS.has(word))) };
});

/** Whether the debtor asks not to be written to any more. Sure or null: see `opt-out-words.ts`. */
export function readOptOut(text: string): OptOutReading {
  const clauses = wordsOf(text);
  const said = clauses.map(withoutPoliteness).filter((words) => words.length > 0);
  if (said.length === 0) return null;
  if (isStopWord(said.flat()) || said.every(isStopWord)) return "all";
  if (isStopWord(said[0]!)) return "part";
  for (const clause of clauses) {
    const found = phraseIn(clause);
    if (!found) continue;
    const rest = [...clauses.filter((other) => other !== clause), clause.slice(0, found.start), clause.slice(found.end)];
    return rest.flatMap(withoutPoliteness).every((word) => FILLING.has(word)) ? "all" : "part";
  }
  return null;
}

function isStopWord(words: Words): boolean {
  return stopWords.has(words.filter((word, index) => word !== words[index - 1]).join(" "));
}

/** Politeness stands at the ends. */
function withoutPoliteness(words: Words): Words {
  let [start, end] = [0, words.length];
  while (start < end && POLITE.has(words[start]!)) start++;
  while (end > start && POLITE.has(words[end - 1]!)) end--;
  return words.slice(start, end);
}

function phraseIn(words: Words): { start: number; end: number } | null {
  let negated = false;
  for (let start = 0; start < words.length; start++) {
    const before = words[start - 1] ?? "";
    // What asks or doubts makes everything after it in the clause unsure.
    if (CONDITIONS.has(before)) return null;
    negated ||= NEGATIONS.has(before);
    for (const { slots, unless, negative } of phrases) {
      const end = match(slots, 0, words, start);
      if (end === null || words.slice(end, end + REACH).some((word) => unless.has(word))) continue;
      if (negative ? SUBJECTS.has(before) : negated) continue;
      return { start, end };
    }
  }
  return null;
}

/** Where the phrase ends, or null. A phrase has few slots, so there are few ways to leave the optional ones out. */
function match(slots: readonly Slot[], slot: number, words: Words, at: number): number | null {
  const next = slots[slot];
  if (!next) return at;
  const word = words[at];
  const taken = word !== undefined && next.words.has(word) ? match(slots, slot + 1, words, at + 1) : null;
  return taken ?? (next.optional ? match(slots, slot + 1, words, at) : null);
}

function slotOf(text: string): Slot {
  const optional = text.endsWith("?");
  return { words: new Set((optional ? text.slice(0, -1) : text).split("|")), optional };
}

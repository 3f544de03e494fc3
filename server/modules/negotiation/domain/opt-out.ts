import type { MessageLanguage } from "../../templates/rules.js";
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

/** The words of all languages, ready to be looked for. */
interface Lexicon {
  readonly alone: ReadonlySet<string>;
  readonly polite: ReadonlySet<string>;
  readonly negations: ReadonlySet<string>;
  readonly subjects: ReadonlySet<string>;
  readonly conditions: ReadonlySet<string>;
  readonly filling: ReadonlySet<string>;
  readonly phrases: readonly Compiled[];
}

const known = new WeakMap<MessageLanguage, Lexicon>();

/**
 * Whether the debtor asks not to be written to any more, in whichever of the languages there are. Sure or null: see `OptOutWords`.
 * @param language the debtor's; `others` are read as well
 */
export function readOptOut(text: string, language: MessageLanguage): OptOutReading {
  const lexicon = lexiconOf(language);
  const clauses = wordsOf(text);
  const bare = (words: Words) => withoutPoliteness(words, lexicon);
  const isStopWord = (words: Words) => lexicon.alone.has(words.filter((word, index) => word !== words[index - 1]).join(" "));
  const said = clauses.map(bare).filter((words) => words.length > 0);
  if (said.length === 0) return null;
  if (isStopWord(said.flat()) || said.every(isStopWord)) return "all";
  if (isStopWord(said[0]!)) return "part";
  for (const clause of clauses) {
    const found = phraseIn(clause, lexicon);
    if (!found) continue;
    const rest = [...clauses.filter((other) => other !== clause), clause.slice(0, found.start), clause.slice(found.end)];
    return rest.flatMap(bare).every((word) => lexicon.filling.has(word)) ? "all" : "part";
  }
  return null;
}

function lexiconOf(language: MessageLanguage): Lexicon {
  const lexicon = known.get(language) ?? compiled(language);
  known.set(language, lexicon);
  return lexicon;
}

function compiled(language: MessageLanguage): Lexicon {
  const lists = [language, ...language.others].map(({ optOut }) => optOut);
  const all = (list: Exclude<keyof MessageLanguage["optOut"], "wishes">) => new Set(lists.flatMap((words) => words[list]));
  const [limits, contracts, negations] = [all("limits"), all("contracts"), all("negations")];
  const limitedOrContract = new Set([...limits, ...contracts]);
  const phrase = (words: string, unless: ReadonlySet<string>): Compiled => {
    const slots = words.split(" ").map(slotOf);
    return { slots, unless, negative: slots.slice(0, 2).some((slot) => [...slot.words].some((word) => negations.has(word))) };
  };
  return {
    alone: all("alone"),
    polite: all("polite"),
    negations,
    subjects: all("subjects"),
    conditions: all("conditions"),
    filling: all("filling"),
    phrases: [
      ...lists.flatMap(({ wishes }) => wishes.map((words) => phrase(words, limits))),
      ...lists.flatMap(({ deregistrations }) => deregistrations.map((words) => phrase(words, limitedOrContract))),
    ],
  };
}

/** Politeness stands at the ends. */
function withoutPoliteness(words: Words, { polite }: Lexicon): Words {
  let [start, end] = [0, words.length];
  while (start < end && polite.has(words[start]!)) start++;
  while (end > start && polite.has(words[end - 1]!)) end--;
  return words.slice(start, end);
}

function phraseIn(words: Words, { conditions, negations, subjects, phrases }: Lexicon): { start: number; end: number } | null {
  let negated = false;
  for (let start = 0; start < words.length; start++) {
    const before = words[start - 1] ?? "";
    // What asks or doubts makes everything after it in the clause unsure.
    if (conditions.has(before)) return null;
    negated ||= negations.has(before);
    for (const { slots, unless, negative } of phrases) {
      const end = match(slots, 0, words, start);
      if (end === null || words.slice(end, end + REACH).some((word) => unless.has(word))) continue;
      if (negative ? subjects.has(before) : negated) continue;
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

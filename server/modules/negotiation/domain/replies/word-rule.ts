import type { TypedSentence } from "./typed-words.js";

interface WordSlot {
  readonly kind: "word";
  readonly words: ReadonlySet<string>;
  readonly stems: readonly string[];
  readonly optional: boolean;
}
interface GapSlot {
  readonly kind: "gap";
  readonly most: number;
}
/** The next word is none of these. */
interface BarredSlot {
  readonly kind: "barred";
  readonly words: ReadonlySet<string>;
  readonly stems: readonly string[];
}
/** Nothing stands before. */
interface StartSlot {
  readonly kind: "start";
}
/** Nothing stands behind. */
interface EndSlot {
  readonly kind: "end";
}
type RuleSlot = WordSlot | GapSlot | BarredSlot | StartSlot | EndSlot;

/** Words in a row, ready to be looked for: see `ReplyWords`. */
export interface WordRule {
  readonly slots: readonly RuleSlot[];
  /** A negation before it does not change it. */
  readonly sure: boolean;
  readonly weak: boolean;
}

/** How far before a rule a negation reaches. */
const NEGATION_REACH = 3;

/** @throws Error naming the rule that cannot be read */
export function wordRule(text: string, concepts: Readonly<Record<string, readonly string[]>>, negations: ReadonlySet<string>): WordRule {
  const [, weak, forced, body] = /^(~?)(!?)(.+)$/.exec(text) ?? [];
  if (body === undefined) throw new Error("A rule has no words");
  const all = body.split(" ").map((part) => slotOf(part, concepts, text));
  // What may be missing at the ends says nothing.
  const slots = all.slice(all.findIndex(isNeeded), all.findLastIndex(isNeeded) + 1);
  if (slots[0]?.kind === "barred") throw new Error(`The rule "${text}" must begin with a word it needs`);
  if (slots.length === 0) throw new Error(`The rule "${text}" has no word it needs`);
  const negative = slots.some(
    (slot) => slot.kind === "word" && !slot.optional && [...slot.words].every((word) => negations.has(word)) && slot.words.size > 0,
  );
  return { slots, sure: forced === "!" || negative, weak: weak === "~" };
}

function isNeeded(slot: RuleSlot): boolean {
  return slot.kind === "word" ? !slot.optional : slot.kind !== "gap";
}

function slotOf(part: string, concepts: Readonly<Record<string, readonly string[]>>, rule: string): RuleSlot {
  if (part === "..") return { kind: "gap", most: 3 };
  if (part === "...") return { kind: "gap", most: 8 };
  if (part === "^" || part === "$") return { kind: part === "^" ? "start" : "end" };
  if (part.startsWith("-")) return { kind: "barred", ...wordsOf(part.slice(1), concepts, rule) };
  const optional = part.endsWith("?");
  return { kind: "word", ...wordsOf(optional ? part.slice(0, -1) : part, concepts, rule), optional };
}

function wordsOf(part: string, concepts: Readonly<Record<string, readonly string[]>>, rule: string): Pick<WordSlot, "words" | "stems"> {
  const all = part.split("|").flatMap((word) => {
    if (!word.startsWith("@")) return [word];
    const concept = concepts[word.slice(1)];
    if (!concept) throw new Error(`The rule "${rule}" names ${word}, which is no concept`);
    return concept;
  });
  const stems = all.filter((word) => word.endsWith("*")).map((word) => word.slice(0, -1));
  return { words: new Set(all.filter((word) => !word.endsWith("*"))), stems };
}

/** Every word and stem a rule knows. */
export function vocabularyOf({ slots }: WordRule): { readonly words: readonly string[]; readonly stems: readonly string[] } {
  const known = slots.filter((slot) => slot.kind === "word");
  return { words: known.flatMap((slot) => [...slot.words]), stems: known.flatMap((slot) => slot.stems) };
}

/** Whether it is said in the sentence, beginning at a word. A rule has few slots and gaps are short, so that a try costs a fixed number of steps. */
export function saidAt(rule: WordRule, sentence: TypedSentence, at: number, negations: ReadonlySet<string>): boolean {
  if (!matches(rule, 0, sentence.words, at, negations)) return false;
  return rule.sure || !negatedBefore(sentence, at, negations);
}

function matches(rule: WordRule, index: number, words: readonly string[], at: number, negations: ReadonlySet<string>): boolean {
  const slot = rule.slots[index];
  if (!slot) return true;
  if (slot.kind === "gap") {
    for (let skipped = 0; skipped <= slot.most && at + skipped <= words.length; skipped++) {
      if (matches(rule, index + 1, words, at + skipped, negations)) return true;
      if (!rule.sure && negations.has(words[at + skipped] ?? "")) return false;
    }
    return false;
  }
  const word = words[at];
  if (slot.kind === "start") return at === 0 && matches(rule, index + 1, words, at, negations);
  if (slot.kind === "end") return word === undefined && matches(rule, index + 1, words, at, negations);
  if (slot.kind === "barred") return (word === undefined || !accepts(slot, word)) && matches(rule, index + 1, words, at, negations);
  if (word !== undefined && accepts(slot, word) && matches(rule, index + 1, words, at + 1, negations)) return true;
  return slot.optional && matches(rule, index + 1, words, at, negations);
}

function accepts({ words, stems }: Pick<WordSlot, "words" | "stems">, word: string): boolean {
  return words.has(word) || stems.some((stem) => word.startsWith(stem));
}

function negatedBefore({ words, commas }: TypedSentence, at: number, negations: ReadonlySet<string>): boolean {
  for (let back = at; back > 0 && at - back < NEGATION_REACH; back--) {
    if (commas.has(back)) return false;
    if (negations.has(words[back - 1]!)) return true;
  }
  return false;
}

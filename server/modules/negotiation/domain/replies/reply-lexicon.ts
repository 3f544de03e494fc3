import type { MessageLanguage } from "../../../templates/rules.js";
import { isReplyIntent, type ReplyIntent } from "./reply-intent.js";
import { Spelling } from "./spelling.js";
import type { StopLimits } from "./stop-limits.js";
import { saidAt, vocabularyOf, type WordRule, wordRule } from "./word-rule.js";
import type { TypedSentence } from "./typed-words.js";

/** A rule that was said. */
export interface HeardRule {
  readonly intent: ReplyIntent;
  readonly weak: boolean;
  /** `es/illness/3`: language, what it means, which rule of the file. It names no word. */
  readonly rule: string;
}

interface NamedRule extends HeardRule {
  readonly said: WordRule;
}

/** The words of one language, ready to be looked for in what its speakers type. */
export class ReplyLexicon {
  readonly locale: string;
  readonly version: string;
  private readonly nods: ReadonlySet<string>;
  private readonly aroundNods: ReadonlySet<string>;
  private readonly short: ReadonlyMap<string, string>;
  private readonly negations: ReadonlySet<string>;
  private readonly byWord = new Map<string, NamedRule[]>();
  private readonly byStem = new Map<string, NamedRule[]>();
  private readonly words = new Set<string>();
  private readonly stems = new Set<string>();
  private readonly spelling: Spelling;
  private readonly stemSpelling: Spelling;

  /** @throws Error naming a rule that cannot be read */
  constructor(
    { locale, replies }: Pick<MessageLanguage, "locale" | "replies">,
    private readonly limits: StopLimits,
  ) {
    this.locale = locale;
    this.version = replies.version;
    this.nods = new Set(replies.nods);
    this.aroundNods = new Set(replies.aroundNods);
    this.short = new Map(Object.entries(replies.short));
    this.negations = new Set(replies.negations);
    for (const [intent, rules] of Object.entries(replies.rules)) {
      if (!isReplyIntent(intent)) throw new Error(`The replies in ${locale} mean "${intent}", which nothing knows`);
      for (const [index, text] of rules.entries()) {
        const said = wordRule(text, replies.concepts, this.negations);
        this.add({ intent, weak: said.weak, rule: `${locale}/${intent}/${index}`, said });
      }
    }
    this.spelling = new Spelling([...this.words]);
    this.stemSpelling = new Spelling([...this.stems]);
    for (const word of [...replies.known, ...replies.nods, ...replies.aroundNods, ...replies.negations]) this.words.add(word);
  }

  /** How many of the words it knows: a message is read by those who know it. */
  knows(sentences: readonly TypedSentence[]): number {
    return sentences.flatMap(({ words }) => words).filter((word) => this.isKnown(word)).length;
  }

  /** Whether nothing is said but thanks, a greeting or a nod. */
  isNod(sentences: readonly TypedSentence[]): boolean {
    const words = sentences.flatMap((sentence) => sentence.words);
    return words.some((word) => this.nods.has(word)) && words.every((word) => this.nods.has(word) || this.aroundNods.has(word));
  }

  /** The sentence as this language's rules know its words: short forms written out, misspelt words mended. */
  reading(sentence: TypedSentence): TypedSentence {
    return { ...sentence, words: sentence.words.map((word) => this.wordOf(word)) };
  }

  /** Every rule that is said. @param sentence as `reading` gives it */
  heard(sentence: TypedSentence): readonly HeardRule[] {
    const found = new Map<string, HeardRule>();
    for (const [at, word] of sentence.words.entries()) {
      for (const { said, intent, weak, rule } of this.beginningWith(word)) {
        if (found.has(rule) || !saidAt(said, sentence, at, this.negations)) continue;
        if (intent !== "opt_out" || !this.limits.limit(sentence, at)) found.set(rule, { intent, weak, rule });
      }
    }
    return [...found.values()];
  }

  private add(rule: NamedRule): void {
    const first = rule.said.slots.find((slot) => slot.kind === "word");
    if (!first) return;
    for (const word of first.words) this.byWord.set(word, [...(this.byWord.get(word) ?? []), rule]);
    for (const stem of first.stems) this.byStem.set(stem, [...(this.byStem.get(stem) ?? []), rule]);
    const { words, stems } = vocabularyOf(rule.said);
    for (const word of words) this.words.add(word);
    for (const stem of stems) this.stems.add(stem);
  }

  private beginningWith(word: string): readonly NamedRule[] {
    const rules = [...(this.byWord.get(word) ?? [])];
    for (let length = 1; length <= word.length; length++) rules.push(...(this.byStem.get(word.slice(0, length)) ?? []));
    return rules;
  }

  private wordOf(typed: string): string {
    const word = this.short.get(typed) ?? typed;
    if (this.isKnown(word)) return word;
    return this.spelling.meant(word) ?? this.stemOf(word) ?? word;
  }

  private isKnown(word: string): boolean {
    return this.words.has(word) || prefixes(word).some((prefix) => this.stems.has(prefix));
  }

  /** A misspelt beginning with any ending. */
  private stemOf(word: string): string | null {
    for (const prefix of prefixes(word).slice(6)) {
      const stem = this.stemSpelling.meant(prefix);
      if (stem !== null) return stem;
    }
    return null;
  }
}

function prefixes(word: string): readonly string[] {
  return Array.from(word, (_, at) => word.slice(0, at + 1));
}

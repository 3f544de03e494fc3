import type { MessageLanguage } from "../../../templates/rules.js";
import { REPLY_INTENTS, type ReplyIntent } from "./reply-intent.js";
import { type HeardRule, ReplyLexicon } from "./reply-lexicon.js";
import { StopLimits } from "./stop-limits.js";
import { typedSentences } from "./typed-words.js";

/** What a message says, and by which rules of which words it is known. */
export interface Understood {
  readonly intent: ReplyIntent;
  /** What else it says, gravest first. */
  readonly also: readonly ReplyIntent[];
  /** The rule that decided, and the version of its words; null where none did. */
  readonly by: { readonly rule: string; readonly words: string } | null;
}

const known = new WeakMap<MessageLanguage, readonly ReplyLexicon[]>();

/** Where these give way to what else is said, whatever the order of intents. */
const LAST: ReadonlySet<ReplyIntent> = new Set<ReplyIntent>(["acknowledgement", "unrelated", "unclear"]);

/** Asked of any shop. */
const FROM_ANYBODY: ReadonlySet<ReplyIntent> = new Set<ReplyIntent>(["question", "pay_now", "talk_to_person"]);
/** A language that knows far fewer of the words than another is not the one that is spoken, and what it takes them for is chance. */
const KNOWS_ENOUGH = 0.6;

/**
 * What a debtor's words mean, in whichever of the languages there are. Pure, total, the same every time; what no rule knows is `unclear`.
 * @param language the debtor's; the `others` are read as well
 */
export function understand(text: string, language: MessageLanguage): Understood {
  const sentences = typedSentences(text);
  const readers = lexiconsOf(language).map((lexicon) => {
    const readings = sentences.map((sentence) => lexicon.reading(sentence));
    return { lexicon, readings, knows: lexicon.knows(readings) };
  });
  const best = Math.max(...readers.map(({ knows }) => knows));
  const heard = readers
    .filter(({ knows }) => knows > 0 && knows >= best * KNOWS_ENOUGH)
    .flatMap(({ lexicon, readings }) => {
      const rules = readings.flatMap((reading) => lexicon.heard(reading));
      const said = rules.length > 0 || !lexicon.isNod(readings) ? rules : [nod(lexicon.locale)];
      return said.map((rule) => ({ ...rule, words: lexicon.version }));
    });
  const ranked = heard.toSorted((a, b) => rank(a) - rank(b));
  const [first] = ranked;
  if (!first) return { intent: "unclear", also: [], by: null };
  const also = [...new Set(ranked.map(({ intent }) => intent))].filter((intent) => intent !== first.intent && !LAST.has(intent));
  return { intent: first.intent, also, by: { rule: first.rule, words: first.words } };
}

/** What is said of many things gives way to whatever is said for sure; a question that may be about anything, to what surely is not about debts. */
function rank({ intent, weak }: HeardRule): number {
  const place = REPLY_INTENTS.indexOf(intent);
  const all = REPLY_INTENTS.length;
  if (LAST.has(intent)) return 2 * all + place;
  if (!weak) return place;
  return (FROM_ANYBODY.has(intent) ? 3 : 1) * all + place;
}

function nod(locale: string): HeardRule {
  return { intent: "acknowledgement", weak: false, rule: `${locale}/acknowledgement/nods` };
}

function lexiconsOf(language: MessageLanguage): readonly ReplyLexicon[] {
  const all = [language, ...language.others];
  const lexicons = known.get(language) ?? all.map((one) => new ReplyLexicon(one, new StopLimits(all)));
  known.set(language, lexicons);
  return lexicons;
}

import type { MessageLanguage } from "../../../templates/rules.js";
import type { TypedSentence } from "./typed-words.js";

/** "Every day", "enough of so many": they limit nothing, they are why somebody wants it to stop. */
const EVERY: ReadonlySet<string> = new Set(["con", "todo", "todos", "toda", "todas", "cada", "every", "all"]);

/** What turns "do not write to me" into a wish about when, where or how often, into a question or into a report: see `OptOutWords`. */
export class StopLimits {
  private readonly after: ReadonlySet<string>;
  private readonly before: ReadonlySet<string>;
  private readonly subjects: ReadonlySet<string>;

  /** @param languages all there are, as for `readOptOut` */
  constructor(languages: readonly MessageLanguage[]) {
    const lists = languages.map(({ optOut }) => optOut);
    this.after = new Set(lists.flatMap(({ limits }) => limits));
    this.before = new Set(lists.flatMap(({ conditions }) => conditions));
    this.subjects = new Set(lists.flatMap(({ subjects }) => subjects));
  }

  /** Whether a stop that begins at a word is none. */
  limit({ words, commas }: TypedSentence, at: number): boolean {
    if (this.subjects.has(words[at - 1] ?? "")) return true;
    // "Sí, no me escriban": what a comma parts off is an answer, no condition.
    if (words.slice(0, at).some((word, index) => this.before.has(word) && !commas.has(index + 1))) return true;
    return words.some((word, index) => index > at && this.after.has(word) && !this.isEvery(words, index));
  }

  private isEvery(words: readonly string[], index: number): boolean {
    return EVERY.has(words[index - 1] ?? "") || EVERY.has(words[index - 2] ?? "");
  }
}

import type { Locale } from "../../../shared/locale.js";
import type { Money } from "../../../shared/money.js";
import type { DayWords } from "./day-words.js";
import type { ForbiddenWords } from "./forbidden.js";
import type { Intent } from "./intents.js";
import type { OptOutWords } from "./opt-out-words.js";
import type { ReplyWords } from "./reply-words.js";

/** What the linter looks for in a language; all words as `foldText` writes them, a trailing `*` stands for any ending. */
export interface Wording {
  /** What no message says, by reason. */
  readonly forbidden: ForbiddenWords;
  /** Words that hint at a debt; a reply that may reach a stranger uses none of them. */
  readonly debt: readonly string[];
  /** Interest is true for some contracts only; naming it is allowed and pointed out. */
  readonly interest: readonly string[];
  /** How the language says that a human being can be reached. */
  readonly person: readonly string[];
}

/**
 * A language that debtors are written to in: what every message needs of it besides its own text. A template in another language is another
 * template, with its own approval.
 */
export interface MessageLanguage {
  readonly locale: Locale;
  /** Made-up values of a submission: where they are formatted, and an amount. At send time the debtor's own locale counts. */
  readonly samples: { readonly locale: Locale; readonly money: readonly Money[] };
  /** The word each message tells the debtor to answer to stop, in capitals, the only ones a message may have; and the line that tells it. */
  readonly stop: { readonly word: string; readonly footer: string };
  /** What debtors say to stop, in their own words. */
  readonly optOut: OptOutWords;
  /** What else debtors say, in their own words. */
  readonly replies: ReplyWords;
  /** What the buttons say: at most 20 characters, so that they also fit an interactive message. */
  readonly buttons: Readonly<Record<Intent, string>>;
  /** Titles of earlier versions. They stay understood for ever: an old message keeps its buttons on the debtor's phone. */
  readonly earlierButtons: Readonly<Partial<Record<Intent, readonly string[]>>>;
  /** `cuenta F-1182`, `3 cuentas`, `y 4 más` */
  readonly accounts: { readonly one: string; readonly many: string; readonly more: string };
  readonly days: DayWords;
  readonly wording: Wording;
  /** The other languages of the installation: a debtor whose language was corrected may still press a button of an older message. */
  readonly others: readonly MessageLanguage[];
}

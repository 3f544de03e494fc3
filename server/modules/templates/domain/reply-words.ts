/**
 * How people say in a language what debtors say. Everything stands without accents and in lower case; the words of every language are read
 * for every debtor, each by its own rules.
 *
 * A rule is words in a row: `a|b` one of them, a trailing `*` any ending, `@name` the words of a concept, a trailing `?` may be missing, `..` up
 * to three words between, `...` up to eight, `-a|b` the next word is none of them, `^` and `$` begin and end the sentence. A rule that names a negation itself is meant so; before any other a negation makes it void, unless
 * it begins with `!`. `~` before a rule: it is said of many things, and gives way to whatever else is said.
 */
export interface ReplyWords {
  /** Of the file's contents, for the record: which words decided. */
  readonly version: string;
  /** What stands for what when people type: `q` for `que`. */
  readonly short: Readonly<Record<string, string>>;
  readonly negations: readonly string[];
  /** Ordinary words that must not be taken for a misspelt one of the rules. */
  readonly known: readonly string[];
  readonly concepts: Readonly<Record<string, readonly string[]>>;
  /** By what is meant. */
  readonly rules: Readonly<Record<string, readonly string[]>>;
  /** A message of nothing but these is a greeting, thanks or a nod. */
  readonly nods: readonly string[];
  /** Said around them. */
  readonly aroundNods: readonly string[];
}

/** Of a language whose words nobody has collected yet. */
export const NO_REPLY_WORDS: ReplyWords = {
  version: "none",
  short: {},
  negations: [],
  known: [],
  concepts: {},
  rules: {},
  nods: [],
  aroundNods: [],
};

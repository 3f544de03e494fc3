/**
 * How people ask in a language not to be written to. Everything stands without accents and in lower case. The words of every language are
 * read for every debtor: who is registered as a Spanish speaker may still write "stop".
 *
 * The lists are meant to be sure rather than complete. What they do not know goes to a person and pauses the reminders, so a miss costs
 * minutes; a false hit would silence a channel the debtor uses. That is why "cancelar" is in none (in Colombia it means to pay), nor
 * "salir", "no" or "basta ya de cobrarme".
 */
export interface OptOutWords {
  /** A message or a first clause that is only this, politeness aside. The English ones are those of 47 CFR 64.1200(a)(10). */
  readonly alone: readonly string[];
  /** Said around such a word without changing it. */
  readonly polite: readonly string[];
  /** Words in a row; `a|b` one of them, a trailing `?` may be missing. */
  readonly wishes: readonly string[];
  /** After a wish, in its clause: a time, a place or a measure limits it, and somebody has to read how. */
  readonly limits: readonly string[];
  /** Wishes that are also said of other things ("dar de baja"), and the things. */
  readonly deregistrations: readonly string[];
  readonly contracts: readonly string[];
  /** Before a phrase that says "stop", these turn it round: "no quiero que paren de …", "don't stop …". */
  readonly negations: readonly string[];
  /** Right before a phrase that says "not", these make it a statement: "you don't contact me". */
  readonly subjects: readonly string[];
  /** Before any phrase, these make it a question or a condition: a person reads it. */
  readonly conditions: readonly string[];
  /** Emphasis and address around a phrase: "les pido que ya no me escriban nunca más a este número". */
  readonly filling: readonly string[];
}

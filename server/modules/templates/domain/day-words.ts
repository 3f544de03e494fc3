/** The words of a language for days. What debtors write is compared without accents and in lower case. */
export interface DayWords {
  /** What buttons say, with accents: `Vie 27 nov`. At most 20 characters. Monday and January first. */
  readonly titles: { readonly weekdays: readonly string[]; readonly months: readonly string[] };
  /** Monday first. */
  readonly weekdays: readonly (readonly string[])[];
  readonly months: readonly (readonly string[])[];
  /** In this order of length: what has more words is looked for first. */
  readonly relative: readonly { readonly words: readonly string[]; readonly days: number }[];
  /** `en 5 dias` */
  readonly inDays: { readonly before: ReadonlySet<string>; readonly after: ReadonlySet<string> };
  /** Before a bare number they make it a day of the month: `el 5`, `dia 5`. */
  readonly dayMarks: ReadonlySet<string>;
  /** Said around a date without changing it. A word that is nowhere here makes the date unsure. */
  readonly filling: ReadonlySet<string>;
  /** Whether 5/12 is the fifth of December; where it may be the twelfth of May, nobody can tell. */
  readonly dayFirst: boolean;
}

import type { Language } from "../../templates/rules.js";

/** The words of a language for days, without accents and in lower case, as `read-date.ts` compares them. */
export interface DateWords {
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

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));
const lists = (text: string): readonly (readonly string[])[] => text.split(" ").map((words) => words.split("|"));
const relative = (...entries: readonly (readonly [string, number])[]) =>
  entries.map(([words, days]) => ({ words: words.split(" "), days }));

export const DATE_WORDS: Readonly<Record<Language, DateWords>> = {
  es: {
    weekdays: lists("lunes|lun martes|mar miercoles|mie jueves|jue viernes|vie sabado|sab domingo|dom"),
    months: lists(
      "enero|ene febrero|feb marzo|mar abril|abr mayo|may junio|jun julio|jul agosto|ago septiembre|setiembre|sep octubre|oct noviembre|nov diciembre|dic",
    ),
    relative: relative(["pasado manana", 2], ["hoy mismo", 0], ["hoy", 0], ["manana mismo", 1], ["manana", 1]),
    inDays: { before: set("en dentro"), after: set("dias dia") },
    dayMarks: set("el dia"),
    filling: set(
      "mejor entonces el la este esta para dia de del a mas tardar por favor porfa ok si claro bueno listo gracias muchas hola buenas buenos dias tardes noches yo le les pago pagar pagare pagaria puedo podre voy podria seria hago hare transferencia",
    ),
    dayFirst: true,
  },
  pt_BR: {
    weekdays: lists("segunda|seg terca|ter quarta|qua quinta|qui sexta|sex sabado|sab domingo|dom"),
    months: lists(
      "janeiro|jan fevereiro|fev marco|mar abril|abr maio|mai junho|jun julho|jul agosto|ago setembro|set outubro|out novembro|nov dezembro|dez",
    ),
    relative: relative(["depois de amanha", 2], ["hoje mesmo", 0], ["hoje", 0], ["amanha mesmo", 1], ["amanha", 1]),
    inDays: { before: set("em daqui"), after: set("dias dia") },
    dayMarks: set("dia"),
    filling: set(
      "melhor entao o a na no neste nesta este esta para ate dia de do da feira por favor ok sim claro certo obrigado obrigada ola oi bom boa tarde noite eu pago pagar pagarei posso poderei vou consigo seria faco farei pix",
    ),
    dayFirst: true,
  },
  en: {
    weekdays: lists("monday|mon tuesday|tue|tues wednesday|wed thursday|thu|thurs friday|fri saturday|sat sunday|sun"),
    months: lists(
      "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sep|sept october|oct november|nov december|dec",
    ),
    relative: relative(["day after tomorrow", 2], ["today", 0], ["tomorrow", 1]),
    inDays: { before: set("in"), after: set("days day") },
    dayMarks: set("the"),
    filling: set(
      "better then on the this of by for i ill will can could pay please ok okay yes sure thanks thank you hello hi it is would be",
    ),
    dayFirst: false,
  },
};

/** What buttons say, with accents: `Vie 27 nov`, `Sex 27 nov`, `Fri 27 Nov`. At most 20 characters. */
export const DAY_TITLES: Readonly<Record<Language, { readonly weekdays: readonly string[]; readonly months: readonly string[] }>> = {
  es: {
    weekdays: "Lun Mar Mié Jue Vie Sáb Dom".split(" "),
    months: "ene feb mar abr may jun jul ago sep oct nov dic".split(" "),
  },
  pt_BR: {
    weekdays: "Seg Ter Qua Qui Sex Sáb Dom".split(" "),
    months: "jan fev mar abr mai jun jul ago set out nov dez".split(" "),
  },
  en: {
    weekdays: "Mon Tue Wed Thu Fri Sat Sun".split(" "),
    months: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" "),
  },
};

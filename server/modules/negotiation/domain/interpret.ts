import type { CalendarDate } from "../../../shared/calendar.js";
import { type Intent, intentOfTitle, type MessageLanguage } from "../../templates/rules.js";
import { dayTitle } from "./offered-days.js";
import { readOptOut } from "./opt-out.js";
import { readDate } from "./read-date.js";
import type { ReplyIntent } from "./replies/reply-intent.js";
import { type Understood, understand } from "./replies/understand.js";

/** What a debtor can mean by an answer; `day`: the day they were asked for; `unclear` is for a person to read. */
export type Meaning = Intent | ReplyIntent | "day";

/**
 * How the meaning is known. `button`: the title of a button, in answer to a message of ours. `title`: the same words, typed or pressed on a
 * message the helpdesk no longer links. `phrase`: an opt-out or a day in the debtor's own words. `words`: whatever else they say, by the rules
 * of `replies`. `none`: it is not.
 */
export type Source = "button" | "title" | "phrase" | "words" | "none";

export interface Interpretation {
  readonly meaning: Meaning;
  readonly source: Source;
  /** Whether the message says nothing else than its meaning; a person reads the rest. */
  readonly whole: boolean;
  /** The day that was meant; null where something of a day was said, but not one that can be taken. */
  readonly day?: CalendarDate | null;
  /** What else is said, gravest first. */
  readonly also?: readonly ReplyIntent[];
  /** By which rule of which version of the words it is known. */
  readonly by?: Understood["by"];
}

/** The day a debtor was asked for, and what would be an answer. */
export interface AskedDay {
  readonly today: CalendarDate;
  readonly latest: CalendarDate;
}

export interface Answer {
  /** Null for what has no text: a picture, a recording. */
  readonly text: string | null;
  readonly language: MessageLanguage;
  /** Whether the helpdesk links it to a message. */
  readonly answersMessage: boolean;
  /** Null when the debtor was asked for none. */
  readonly askedDay?: AskedDay | null;
}

/** Titles have at most 20 characters; the margin is for spaces and punctuation around one typed by hand. */
const LONGEST_TITLE = 60;

/** Said besides a day, these come first: who is in hospital and names a day has not promised anything. */
const LESS_THAN_A_DAY: ReadonlySet<ReplyIntent> = new Set<ReplyIntent>([
  "promise",
  "payment_plan",
  "more_time",
  "pay_now",
  "question",
  "acknowledgement",
  "unrelated",
  "unclear",
]);

/** Pure and total. What no rule knows is `unclear`: it guesses nothing, least of all what somebody owes. */
export function interpret({ text, language, answersMessage, askedDay }: Answer): Interpretation {
  if (text === null || text.trim() === "") return UNCLEAR;
  const literal = literally(text, language, answersMessage);
  if (literal) return literal.source === "phrase" && !literal.whole ? withTheRest(literal, understand(text, language)) : literal;
  const understood = understand(text, language);
  const day = askedDay && LESS_THAN_A_DAY.has(understood.intent) ? dayIn(text, language, answersMessage, askedDay) : null;
  // "Le pago 500 el lunes" is no bare day, but it says more than that it is none.
  const promised = understood.intent === "promise" || understood.intent === "partial_promise";
  return day && (typeof day.day === "string" || !promised) ? day : fromWords(understood);
}

/** An objection: a "stop", or that it is not the debtor who reads, said for sure. Null for everything else. */
export function objectionIn({ text, language }: Pick<Answer, "text" | "language">): Interpretation | null {
  const interpretation = text === null ? null : literally(text, language, false);
  return interpretation?.meaning === "opt_out" || interpretation?.meaning === "wrong_person" ? interpretation : null;
}

const UNCLEAR: Interpretation = { meaning: "unclear", source: "none", whole: false };

/** A button's title or a "stop" in so many words: what is acted on wherever and whenever it was written. */
export function literally(text: string, language: MessageLanguage, answersMessage: boolean): Interpretation | null {
  if (text.trim() === "") return null;
  const intent = text.length <= LONGEST_TITLE ? intentOfTitle(text, language) : null;
  if (intent) return { meaning: intent, source: answersMessage ? "button" : "title", whole: true };
  const optOut = readOptOut(text, language);
  return optOut ? { meaning: "opt_out", source: "phrase", whole: optOut === "all" } : null;
}

function fromWords({ intent, also, by }: Understood): Interpretation {
  return intent === "unclear" ? UNCLEAR : { meaning: intent, source: "words", whole: false, also, by };
}

/** Who asks not to be written to and says why has said two things, and one of them may be graver. */
function withTheRest(optOut: Interpretation, understood: Understood): Interpretation {
  const said = [understood.intent, ...understood.also].filter((intent) => intent !== "opt_out" && intent !== "unclear");
  if (said.length === 0) return optOut;
  const graver = GRAVER_THAN_A_STOP.has(understood.intent);
  return graver
    ? { ...fromWords(understood), also: ["opt_out", ...said.filter((intent) => intent !== understood.intent)] }
    : { ...optOut, also: said, by: understood.by };
}

const GRAVER_THAN_A_STOP: ReadonlySet<ReplyIntent> = new Set<ReplyIntent>(["self_harm", "deceased"]);

/** Null when it says nothing of a day, or so much that a person has to read it. */
function dayIn(text: string, language: MessageLanguage, answersMessage: boolean, { today, latest }: AskedDay): Interpretation | null {
  const reading = readDate(text, language, today);
  if (reading.kind === "none" || (reading.kind === "unsure" && text.length > LONGEST_TITLE)) return null;
  const day = reading.kind === "date" && reading.date >= today && reading.date <= latest ? reading.date : null;
  const pressed = day !== null && answersMessage && text.trim() === dayTitle(day, language);
  return { meaning: "day", source: pressed ? "button" : "phrase", whole: day !== null, day };
}

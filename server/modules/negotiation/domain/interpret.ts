import type { CalendarDate } from "../../../shared/calendar.js";
import { type Intent, intentOfTitle, type MessageLanguage } from "../../templates/rules.js";
import { dayTitle } from "./offered-days.js";
import { readOptOut } from "./opt-out.js";
import { readDate } from "./read-date.js";

/** What a debtor can mean by an answer; `day`: the day they were asked for; `unclear` is for a person to read. */
export type Meaning = Intent | "day" | "unclear";

/**
 * How the meaning is known. `button`: the title of a button, in answer to a message of ours. `title`: the same words, typed or pressed on a
 * message the helpdesk no longer links. `phrase`: an opt-out or a day in the debtor's own words. `none`: it is not.
 */
export type Source = "button" | "title" | "phrase" | "none";

export interface Interpretation {
  readonly meaning: Meaning;
  readonly source: Source;
  /** Whether the message says nothing else than its meaning; a person reads the rest. */
  readonly whole: boolean;
  /** The day that was meant; null where something of a day was said, but not one that can be taken. */
  readonly day?: CalendarDate | null;
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

/** Pure and total. What it is not sure of is `unclear`: it guesses nothing, least of all what somebody owes or will pay. */
export function interpret({ text, language, answersMessage, askedDay }: Answer): Interpretation {
  if (text === null || text.trim() === "") return { meaning: "unclear", source: "none", whole: false };
  const intent = text.length <= LONGEST_TITLE ? intentOfTitle(text, language) : null;
  if (intent) return { meaning: intent, source: answersMessage ? "button" : "title", whole: true };
  const optOut = readOptOut(text, language);
  if (optOut) return { meaning: "opt_out", source: "phrase", whole: optOut === "all" };
  return (askedDay && dayIn(text, language, answersMessage, askedDay)) ?? { meaning: "unclear", source: "none", whole: false };
}

/** An objection: a "stop", or that it is not the debtor who reads. Null for everything else. */
export function objectionIn(answer: Pick<Answer, "text" | "language">): Interpretation | null {
  const interpretation = interpret({ ...answer, answersMessage: false });
  return interpretation.meaning === "opt_out" || interpretation.meaning === "wrong_person" ? interpretation : null;
}

/** Null when it says nothing of a day, or so much that a person has to read it. */
function dayIn(text: string, language: MessageLanguage, answersMessage: boolean, { today, latest }: AskedDay): Interpretation | null {
  const reading = readDate(text, language, today);
  if (reading.kind === "none" || (reading.kind === "unsure" && text.length > LONGEST_TITLE)) return null;
  const day = reading.kind === "date" && reading.date >= today && reading.date <= latest ? reading.date : null;
  const pressed = day !== null && answersMessage && text.trim() === dayTitle(day, language);
  return { meaning: "day", source: pressed ? "button" : "phrase", whole: day !== null, day };
}

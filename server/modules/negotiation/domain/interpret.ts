import { type Intent, intentOfTitle, type Language } from "../../templates/rules.js";
import { readOptOut } from "./opt-out.js";

/** What a debtor can mean by an answer; `unclear` is for a person to read. */
export type Meaning = Intent | "unclear";

/**
 * How the meaning is known. `button`: the title of a button, in answer to a message of ours. `title`: the same words, typed or pressed on a
 * message the helpdesk no longer links. `phrase`: an opt-out in the debtor's own words. `none`: it is not.
 */
export type Source = "button" | "title" | "phrase" | "none";

export interface Interpretation {
  readonly meaning: Meaning;
  readonly source: Source;
  /** Whether the message says nothing else than its meaning; a person reads the rest. */
  readonly whole: boolean;
}

export interface Answer {
  /** Null for what has no text: a picture, a recording. */
  readonly text: string | null;
  readonly language: Language;
  /** Whether the helpdesk links it to a message. */
  readonly answersMessage: boolean;
}

/** Titles have at most 20 characters; the margin is for spaces and punctuation around one typed by hand. */
const LONGEST_TITLE = 60;

/** Pure and total. What it is not sure of is `unclear`: it guesses nothing, least of all what somebody owes or will pay. */
export function interpret({ text, language, answersMessage }: Answer): Interpretation {
  if (text === null || text.trim() === "") return { meaning: "unclear", source: "none", whole: false };
  const intent = text.length <= LONGEST_TITLE ? intentOfTitle(text, language) : null;
  if (intent) return { meaning: intent, source: answersMessage ? "button" : "title", whole: true };
  const optOut = readOptOut(text);
  if (optOut) return { meaning: "opt_out", source: "phrase", whole: optOut === "all" };
  return { meaning: "unclear", source: "none", whole: false };
}

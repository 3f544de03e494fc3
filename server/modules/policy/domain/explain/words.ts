import type { Reason } from "../decision.js";
import type { RuleKind } from "../pack.js";
import type { Channel, Purpose } from "../vocabulary.js";

/** The facts of one rule, ready to stand in a sentence of one language. A missing fact is `null`. */
export interface SentenceFacts {
  /** Debtor's wall clock, `19:04`, and the permitted hours of that day, `07:00–19:00`. */
  readonly local: string | null;
  /** Whose wall clock `local` is when it is not the one the other times are told in: the zone's city. */
  readonly place: string | null;
  readonly windows: string | null;
  /** 1 = Monday … 7 = Sunday. */
  readonly weekday: number;
  readonly max: number;
  readonly used: number;
  readonly days: number;
  /** Name of a holiday, a statement or a place, as stored. */
  readonly name: string | null;
  readonly channel: string;
  readonly channels: readonly string[];
  /** The last contact: clock time, and day. */
  readonly lastTime: string | null;
  readonly lastDay: string | null;
  /** A date in the past, with its year. */
  readonly on: string | null;
  /** A planned moment, day and time. */
  readonly until: string | null;
  readonly lenient: boolean;
}

/** Whether the decision is about this moment or about one that is still to come. */
export type When = "now" | "then";

/** What was to be done, as far as the sentence depends on it. */
export interface Act {
  readonly purpose: Purpose;
  readonly call: boolean;
}

/** Whole sentences of one language; nothing is glued from parts that other languages order differently. */
export interface Words {
  readonly channels: Readonly<Record<Channel, string>>;
  /** `Thu 26 Nov`; the year only when it is not the reader's current one. */
  day(parts: DayParts, year: boolean): string;
  /** `Thu 26 Nov, 07:00`. */
  moment(parts: DayParts, time: string, year: boolean): string;
  /** `3 Aug 2026`. */
  date(parts: DayParts): string;
  list(items: readonly string[]): string;
  allowed(when: When): string;
  /** Until a time of the same day, `19:00`. */
  allowedToday(time: string, when: When): string;
  allowedUntil(moment: string, when: When): string;
  mayReply: string;
  notBefore(act: Act, parts: DayParts, time: string, year: boolean, today: boolean, when: When): string;
  denied(act: Act): string;
  unknown(act: Act): string;
  rulesPassed(count: number): string;
  /** After the reason of a day, where no later day opens either. */
  readonly neverOpens: string;
  readonly reasons: Readonly<Record<Reason, (told: SentenceFacts) => string>>;
  readonly passed: Readonly<Record<RuleKind, (told: SentenceFacts) => string>>;
  exempt(purpose: Purpose): string;
  exemptBy(source: string): string;
  readonly lifted: string;
  /** Policy is never called law. */
  readonly housePolicy: string;
  readonly accountPolicy: string;
  policy(source: string): string;
}

export interface DayParts {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  readonly day: number;
  /** 1 = Monday … 7 = Sunday. */
  readonly weekday: number;
}

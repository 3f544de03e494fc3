import type { StageId } from "../../shared/stage.js";

/** What somebody is inclined to do about messages that ask for money. */
export const CHARACTERS = [
  "not_on_whatsapp",
  "switched_off",
  "never_reads",
  "only_reads",
  "pays",
  "pays_partly",
  "pays_too_much",
  "pays_under_a_wrong_reference",
  "says_it_is_paid",
  "promises_and_keeps",
  "promises_and_breaks",
  "asks",
  "disputes",
  "is_somebody_else",
  "opts_out",
] as const;
export type Character = (typeof CHARACTERS)[number];

export interface Persona {
  readonly character: Character;
  readonly language: "es" | "pt-BR";
  /** How many messages they read before they do anything. */
  readonly patience: number;
  /** From the arrival of a message to the moment it is read, in milliseconds: from, to. */
  readonly reads: readonly [number, number];
}

/** A message as it stands on somebody's phone. */
export interface SeenMessage {
  readonly text: string;
  /** Titles of the buttons that answer; links are not among them. */
  readonly buttons: readonly string[];
  /** Whether it begins a conversation (a template) or answers one. */
  readonly opening: boolean;
}

/** What a debtor meant by writing, for whoever keeps the score; the phone does not send it along. */
export type Meant = "pay" | "paid" | "promise" | "question" | "dispute" | "wrong_person" | "opt_out" | "thanks";

/** What somebody does, so long after they read the message. */
export type Deed = { readonly after: number } & (
  | { readonly do: "press"; readonly title: string; readonly meant: Meant }
  | { readonly do: "write"; readonly text: string; readonly meant: Meant }
  | { readonly do: "pay"; readonly how: "fully" | "partly" | "too_much" | "wrong_reference" | "without_reference" }
);

/** What a persona remembers. */
export interface Memory {
  readonly read: number;
  readonly acted: number;
  /** Said stop, wrong number and the like: from there they are silent. */
  readonly done: boolean;
}

export const NOTHING_YET: Memory = { read: 0, acted: 0, done: false };

export type Weights = Readonly<Record<StageId, readonly (readonly [Character, number])[]>>;

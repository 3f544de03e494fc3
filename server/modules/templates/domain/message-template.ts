import type { Money } from "../../../shared/money.js";
import type { MessageLanguage } from "./language.js";
import type { Intent } from "./menu.js";
import type { StageId } from "../../../shared/stage.js";

/**
 * What a variable holds before it is written in the debtor's locale:
 * `money` one amount per currency (never summed across), `accounts` the references of the debts the message is about,
 * `date` a calendar date, `number` a whole number, `url` an http(s) address, `text` anything else.
 */
export type VariableType = "text" | "url" | "money" | "date" | "number" | "accounts";

export type TemplateValue = string | number | readonly string[] | readonly Money[];

export interface VariableSpec {
  readonly name: string;
  readonly type: VariableType;
  /** A made-up value: reviewers at WhatsApp read it, and the panel's preview shows it. Never a real person's. */
  readonly example: TemplateValue;
}

/** Helper that a variable of each type is written with: `{{money amount}}`, plain `{{name}}`. */
export const HELPER_OF: Readonly<Record<VariableType, string | null>> = {
  text: null,
  url: null,
  money: "money",
  date: "date",
  number: "number",
  accounts: "accounts",
};

/** A parsed source: fixed text and places for a value, in order. Nothing else can occur in a message. */
export type BodySegment =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "variable"; readonly name: string; readonly helper: string | null };

export interface MessageSource {
  /** Stable name in the library, `[a-z][a-z0-9_]*`. */
  readonly name: string;
  /** Raised with every change of words: WhatsApp approves a text, not a name. */
  readonly version: number;
  readonly language: MessageLanguage;
  readonly variables: readonly VariableSpec[];
  readonly body: readonly BodySegment[];
}

/** A message that may open a conversation: needs WhatsApp's approval, carries a menu and the way to stop. */
export interface MessageTemplate extends MessageSource {
  readonly kind: "template";
  readonly stage: StageId;
  readonly category: "UTILITY";
  /** Seconds WhatsApp may hold the message for a phone that is off; 30 to 43,200 for UTILITY, else it lives 30 days. */
  readonly ttlSeconds: number;
  readonly header: string | null;
  readonly footer: string | null;
  /** Quick replies, first to last. */
  readonly buttons: readonly Intent[];
}

/** An answer inside the 24 hours after the debtor wrote. Free text: no approval, no menu. */
export interface SessionReply extends MessageSource {
  readonly kind: "reply";
  /** False for words that may reach somebody else than the debtor: they must not even hint at a debt. */
  readonly disclosesDebt: boolean;
}

export type Message = MessageTemplate | SessionReply;

/** Everything that fills a message, the same for all three forms. `asOf` is the day at the debtor's place. */
export interface MessageContext {
  readonly locale: string;
  readonly asOf: string;
  readonly values: Readonly<Record<string, TemplateValue>>;
}

/** The name under which a version is submitted and sent. Versions never share one, so a live campaign is never edited. */
export function whatsAppName(template: MessageTemplate): string {
  return `${template.name}_v${template.version}`;
}

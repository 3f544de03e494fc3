import { TEXTS } from "../../platform/words/texts.js";
import type { Locale } from "../../shared/locale.js";
import type { CaseReason } from "./rules.js";

/** The private note that calls a person: what happened, what Saldo did, what is to do. Nothing of the debtor beyond the conversation it stands in. */
export function noteText(reason: CaseReason, locale: Locale): string {
  return TEXTS.text("case_notes", reason, locale);
}

/** One line for lists. */
export function reasonText(reason: CaseReason, locale: Locale): string {
  return TEXTS.text("case_reasons", reason, locale);
}

/** What is mostly best to do next, for the page of a case. */
export function nextBestText(reason: CaseReason, locale: Locale): string {
  return TEXTS.text("case_next", reason, locale);
}

import { TEXTS } from "../../platform/words/texts.js";
import type { Locale } from "../../shared/locale.js";
import type { InboxState } from "./host-api.port.js";

/** What a person of the desk reads when the inbox closes or opens. Nothing of the debtor in whose conversation it stands. */
export function inboxNote(state: InboxState, locale: Locale): string {
  return TEXTS.text("inbox_notes", state, locale);
}

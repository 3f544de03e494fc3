import { TEXTS } from "../../../platform/words/texts.js";
import type { Locale } from "../../../shared/locale.js";
import type { UndoRefusal } from "./domain/undo-refusal.js";

export function undoRefusalIn(refusal: UndoRefusal, locale: Locale): string {
  return TEXTS.text("undo_refusals", refusal, locale);
}

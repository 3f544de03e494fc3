import { TEXTS } from "../../platform/words/texts.js";
import type { Locale } from "../../shared/locale.js";
import type { ExitReason } from "./rules.js";

/** Why a cadence takes a debtor or not, for whoever tries it. */
export type TrialNote = "everybody" | "inside" | "outside" | "nothing_owed" | "outside_then" | "condition" | ExitReason;

export function trialNote(note: TrialNote, locale: Locale): string {
  return TEXTS.text("trials", note, locale);
}

import { TEXTS } from "../../platform/words/texts.js";
import type { Locale } from "../../shared/locale.js";
import type { CadenceNames } from "./rules.js";

/** What the cadences of a new account and their steps are called. */
export function cadenceNames(locale: Locale): CadenceNames {
  return {
    cadence: (stage) => TEXTS.text("cadence_names", stage, locale),
    step: (days) => TEXTS.text("step_names", days === 0 ? "due" : days < 0 ? "before" : "after", locale, { days: Math.abs(days) }),
  };
}

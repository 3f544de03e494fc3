import { TEXTS } from "../../platform/words/texts.js";
import type { Locale } from "../../shared/locale.js";
import { STAGES } from "../../shared/stage.js";
import type { CadenceBody, CadenceNames } from "./rules.js";

/** What the cadences of a new account and their steps are called. */
export function cadenceNames(locale: Locale): CadenceNames {
  return {
    cadence: (stage) => TEXTS.text("cadence_names", stage, locale),
    step: (days) => TEXTS.text("step_names", days === 0 ? "due" : days < 0 ? "before" : "after", locale, { days: Math.abs(days) }),
  };
}

/** A name that is ours, in whichever language it was written down, in the reader's; a name that somebody chose stays as it is. */
export function cadenceNameFor(key: string, name: string, locale: Locale): string {
  const stage = STAGES.find((id) => id === key);
  return stage && TEXTS.locales().some((known) => cadenceNames(known).cadence(stage) === name) ? cadenceNames(locale).cadence(stage) : name;
}

/** As `cadenceNameFor`, of a step so many days from the due date. */
export function stepNameFor({ name, offsetDays }: { readonly name: string; readonly offsetDays: number }, locale: Locale): string {
  return TEXTS.locales().some((known) => cadenceNames(known).step(offsetDays) === name) ? cadenceNames(locale).step(offsetDays) : name;
}

/** A body with its names as the reader calls them. */
export function bodyFor(key: string, body: CadenceBody, locale: Locale): CadenceBody {
  return {
    ...body,
    name: cadenceNameFor(key, body.name, locale),
    steps: body.steps.map((step) => ({ ...step, name: stepNameFor(step, locale) })),
  };
}

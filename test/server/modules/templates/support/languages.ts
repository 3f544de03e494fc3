import type { MessageLanguage } from "../../../../../server/modules/templates/rules.js";
import { library } from "./library.js";

/** The languages of the library. */
export const languages = library.languages;

/** One of them, by its name. */
export function spoken(locale: string): MessageLanguage {
  const language = languages.find((known) => known.locale === locale);
  if (!language) throw new Error(`Nobody is written to in ${locale}`);
  return language;
}

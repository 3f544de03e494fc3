import { TEXTS } from "../../../platform/words/texts.js";
import { type Locale, spokenFor } from "../../../shared/locale.js";
import { words } from "../../../shared/words.js";

/** Who is written to where nothing else is known. */
const USUAL = "es";

const LANGUAGES = TEXTS.locales().map((locale) => ({ locale }));

const NAMES: ReadonlyMap<string, Locale> = new Map(
  LANGUAGES.flatMap(({ locale }) =>
    TEXTS.text("cells", "language", locale)
      .split(" ")
      .map((name) => [name, locale] as const),
  ),
);

/** The language a cell names, in any of the languages there are; null when it names none of them. */
export function languageNamed(text: string): Locale | null {
  return NAMES.get(words(text)[0] ?? "") ?? null;
}

/** The language to write in to somebody of whom only the country is known. @param country ISO 3166-1 alpha-2 */
export function languageIn(country: string | null): Locale {
  if (country === null) return USUAL;
  const { language } = new Intl.Locale(`und-${country}`).maximize();
  return spokenFor(`${language}-${country}`, LANGUAGES)?.locale ?? USUAL;
}

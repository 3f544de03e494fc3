/**
 * A language people read or are written to in, as BCP 47 spells it: `es`, `pt-BR`. Which ones there are is said by the files in them, not by a
 * list in code. Who spells otherwise (WhatsApp writes `pt_BR`) is translated where it is met.
 */
export type Locale = string;

/** What a locale may look like. */
export const LOCALE_TAG = /^[a-z]{2,3}(-[A-Za-z0-9]{2,4})?$/;

/** WhatsApp's name of a language: `pt-BR` → `pt_BR`. */
export function toWhatsAppLanguage(locale: Locale): string {
  return locale.replace("-", "_");
}

/** The other way; WhatsApp's own lists write `pt_BR` and `pt-BR`. */
export function ofWhatsAppLanguage(language: string): Locale {
  return language.replace("_", "-");
}

/** Of the languages there are, the one for a locale: itself, else the one of the same tongue (`es-MX` → `es`); null when there is none. */
export function spokenFor<T extends { readonly locale: Locale }>(locale: Locale, languages: readonly T[]): T | null {
  const tongue = tongueOf(locale);
  return languages.find((known) => known.locale === locale) ?? languages.find((known) => tongueOf(known.locale) === tongue) ?? null;
}

function tongueOf(locale: Locale): string {
  return /^[a-z]{2,3}/.exec(locale.toLowerCase())?.[0] ?? locale;
}

/** Languages of the library, as WhatsApp spells them. A template in another language is another template, with its own approval. */
export const LANGUAGES = ["es", "pt_BR", "en"] as const;

export type Language = (typeof LANGUAGES)[number];

/** Where the sample values of a submission are formatted; at send time the debtor's own locale counts. */
const SAMPLE_LOCALE: Readonly<Record<Language, string>> = { es: "es-CO", pt_BR: "pt-BR", en: "en-US" };

export function sampleLocale(language: Language): string {
  return SAMPLE_LOCALE[language];
}

/** The library's language for a BCP 47 locale (`es-MX` → `es`, `pt-BR` → `pt_BR`), or null when the library does not speak it. */
export function languageOf(locale: string): Language | null {
  const primary = /^[a-z]{2,3}/.exec(locale.toLowerCase())?.[0];
  return LANGUAGES.find((language) => language.slice(0, 2) === primary) ?? null;
}

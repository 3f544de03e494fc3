import { createI18n } from "vue-i18n";
import type { Locale } from "@/api/types";
import { recall, remember } from "@/composables/storage";
import en from "./en.json";
import { LOCALES, pluralForm, SOURCE, type Texts, textsOf } from "./languages";

export { LOCALES } from "./languages";

const KEY = "saldo.locale";

const messages: Record<string, Texts> = { [SOURCE]: en };

export const i18n = createI18n({
  legacy: false,
  locale: SOURCE,
  fallbackLocale: SOURCE,
  messages,
  // A name may end in a full stop ("Ltda."), and a sentence after it in another.
  postTranslation: (text) => (typeof text === "string" ? text.replace(/(?<!\.)\.\.(?!\.)/g, ".") : text),
  pluralRules: Object.fromEntries(LOCALES.map(({ id }) => [id, pluralForm(id)])),
  missingWarn: import.meta.env.DEV,
  fallbackWarn: import.meta.env.DEV,
});

/** Loads the catalogue if needed, switches, and remembers the choice in this browser. */
export async function setLocale(locale: Locale, keep = true): Promise<void> {
  if (!i18n.global.availableLocales.includes(locale)) i18n.global.setLocaleMessage(locale, await textsOf(locale));
  i18n.global.locale.value = locale;
  document.documentElement.lang = locale;
  if (keep) remember(KEY, locale);
}

/** The person's earlier choice, else the browser's languages, else English. */
export function startingLocale(): Locale {
  const wanted = [recall(KEY), ...navigator.languages];
  for (const tag of wanted) {
    const found = LOCALES.find(({ id }) => tag === id || tag?.slice(0, 2) === id.slice(0, 2));
    if (found) return found.id;
  }
  return SOURCE;
}

import { createI18n } from "vue-i18n";
import type { Locale } from "@/api/types";
import { recall, remember } from "@/composables/storage";
import en from "./en.json";

export const LOCALES = [
  { id: "en", name: "English" },
  { id: "es", name: "Español" },
  { id: "pt-BR", name: "Português (Brasil)" },
] as const satisfies readonly { id: Locale; name: string }[];

const KEY = "saldo.locale";

/** In Portuguese zero is singular. */
const portuguese = (count: number, forms: number) => (forms < 2 || Math.abs(count) < 2 ? 0 : 1);

/** English is in the first bundle; the others come when they are chosen. */
const messages: Partial<Record<Locale, typeof en>> = { en };

export const i18n = createI18n({
  legacy: false,
  locale: "en",
  fallbackLocale: "en",
  messages: messages as Record<Locale, typeof en>,
  // A name may end in a full stop ("Ltda."), and a sentence after it in another.
  postTranslation: (text) => (typeof text === "string" ? text.replace(/(?<!\.)\.\.(?!\.)/g, ".") : text),
  pluralRules: { "pt-BR": portuguese },
  missingWarn: import.meta.env.DEV,
  fallbackWarn: import.meta.env.DEV,
});

const catalogues: Record<Exclude<Locale, "en">, () => Promise<{ default: unknown }>> = {
  es: () => import("./es.json"),
  "pt-BR": () => import("./pt-BR.json"),
};

/** Loads the catalogue if needed, switches, and remembers the choice in this browser. */
export async function setLocale(locale: Locale, keep = true): Promise<void> {
  if (locale !== "en" && !i18n.global.availableLocales.includes(locale)) {
    const loaded = await catalogues[locale]();
    i18n.global.setLocaleMessage(locale, loaded.default as typeof en);
  }
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
  return "en";
}

import type en from "./en.json";

export type Texts = typeof en;

/** The language in which a text stands that another language lacks; it is in the first bundle. */
export const SOURCE = "en";

/** A language is there when its file is; the others than the source come when they are chosen. */
const files = import.meta.glob<{ default: Texts }>(["./*.json", "!./en.json"]);

const localeOf = (path: string) => path.replace(/^.*\/|\.json$/g, "");

/** What a language is called in itself: `Español`, `Português (Brasil)`. */
function nameOf(locale: string): string {
  const name = new Intl.DisplayNames([locale], { type: "language" }).of(locale) ?? locale;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}

export const LOCALES: readonly { id: string; name: string }[] = [SOURCE, ...Object.keys(files).map(localeOf)]
  .toSorted()
  .map((id) => ({ id, name: nameOf(id) }));

/** The texts of a language. @throws Error for one without a file */
export async function textsOf(locale: string): Promise<Texts> {
  const load = Object.entries(files).find(([path]) => localeOf(path) === locale)?.[1];
  if (!load) throw new Error(`No texts in ${locale}`);
  return (await load()).default;
}

/** Which of the forms `one | many` of a text stands for a number: in Portuguese zero is singular. */
export function pluralForm(locale: string): (count: number, forms: number) => number {
  const rules = new Intl.PluralRules(locale);
  return (count, forms) => (forms < 2 || rules.select(Math.abs(count)) === "one" ? 0 : 1);
}

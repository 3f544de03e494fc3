import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { TEXTS } from "../../../server/platform/words/texts.js";

const SOURCE = "admin-ui/src";
type Catalogue = { readonly [key: string]: string | Catalogue };

const catalogue = (locale: string) => JSON.parse(readFileSync(join(SOURCE, `i18n/${locale}.json`), "utf8")) as Catalogue;

function texts(node: Catalogue, path = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(node)) {
    const name = path === "" ? key : `${path}.${key}`;
    if (typeof value === "string") found.set(name, value);
    else for (const entry of texts(value, name)) found.set(...entry);
  }
  return found;
}

const en = texts(catalogue("en"));
const files = readdirSync(SOURCE, { recursive: true, encoding: "utf8" }).filter((file) => /\.(vue|ts)$/.test(file));
const sources = files.map((file) => readFileSync(join(SOURCE, file), "utf8"));

const locales = readdirSync(join(SOURCE, "i18n")).flatMap((file) => (file.endsWith(".json") ? [file.replace(".json", "")] : []));

test("there are the languages of the server", () => {
  expect(locales.toSorted()).toEqual(TEXTS.locales());
  expect(readdirSync("templates/languages").toSorted()).toEqual(locales.map((locale) => `${locale}.json`).toSorted());
});

test.each(locales.filter((locale) => locale !== "en"))(
  "%s has the same texts with the same parameters and plural forms as English",
  (locale) => {
    const other = texts(catalogue(locale));
    expect([...other].filter(([, text]) => text.trim() === "")).toEqual([]);
    expect([...other.keys()].sort()).toEqual([...en.keys()].sort());
    const shape = (text: string) => ({ forms: text.split(" | ").length, names: [...new Set(text.match(/\{\w+\}/g))].sort() });
    for (const [key, text] of en) expect({ key, ...shape(other.get(key) ?? "") }).toEqual({ key, ...shape(text) });
  },
);

test("Spanish says usted to whoever reads it", () => {
  const familiar = /\b(tú|tienes|tus?|tuy[oa]s?|contigo|puedes|quieres|debes|necesitas|vuelve a (?:cargar|intentar))\b/iu;
  expect([...texts(catalogue("es"))].filter(([key, text]) => !key.startsWith("live.") && familiar.test(text))).toEqual([]);
});

test("every text asked for exists, and every text is asked for", () => {
  const exact = new Set<string>();
  const open: RegExp[] = [];
  for (const source of sources) {
    for (const [, key] of source.matchAll(/["'`]((?:[a-z]\w*\.)+[A-Za-z_]\w*)["'`]/g)) if (key) exact.add(key);
    for (const [, key] of source.matchAll(/`((?:[a-z]\w*\.)(?:[\w.]|\$\{[^`]*?\})*)`/g)) {
      if (key?.includes("${")) open.push(new RegExp(`^${key.replaceAll(".", "\\.").replaceAll(/\$\{[^`]*?\}(?=[\\.]|$)/g, ".+")}$`));
    }
    for (const [, key] of source.matchAll(/\b(?:\$t|t|count)\(\s*["'`]([\w.]+)["'`]/g)) {
      if (key) exact.add(key);
      expect(key && en.has(key) ? "" : key).toBe("");
    }
  }
  const unused = [...en.keys()].filter(
    (key) => !exact.has(key) && !open.some((pattern) => pattern.test(key)) && !key.startsWith("errors."),
  );
  expect(unused).toEqual([]);
});

test("no template prints a bare string", () => {
  const bare = sources.flatMap((source, index) => {
    const template = /<template>([\s\S]*)<\/template>/.exec(source)?.[1] ?? "";
    const text = template.replaceAll(/<!--[\s\S]*?-->/g, "").replaceAll(/\{\{[\s\S]*?\}\}/g, "");
    return [...text.matchAll(/(?<=[\w"'/\s])>([^<>]*[A-Za-z]{3,}[^<>]*)</g)].map((match) => `${files[index]}: ${match[1]?.trim()}`);
  });
  // The product's own name is the same everywhere.
  expect(bare.filter((entry) => !entry.endsWith(": Saldo"))).toEqual([]);
});

import { describe, expect, it } from "@jest/globals";
import { globSync, readFileSync } from "node:fs";

type Texts = { readonly [key: string]: string | Texts };

/** `en` is the source; the others follow it key by key. */
const SOURCE = "en";
const TRANSLATIONS = ["es", "pt-BR"];

describe("the panel's texts", () => {
  const source = texts(SOURCE);

  it.each(TRANSLATIONS)("%s has exactly the keys of the source", (language) => {
    expect([...texts(language).keys()].sort()).toEqual([...source.keys()].sort());
  });

  it.each(TRANSLATIONS)("%s uses the same placeholders as the source", (language) => {
    const translated = texts(language);
    const different = [...source]
      .filter(([key, text]) => placeholders(text) !== placeholders(translated.get(key) ?? text))
      .map(([key]) => key);
    expect(different).toEqual([]);
  });

  it.each([SOURCE, ...TRANSLATIONS])("%s leaves no text empty", (language) => {
    expect([...texts(language)].filter(([, text]) => text.trim() === "").map(([key]) => key)).toEqual([]);
  });

  it("holds every key that the panel names", () => {
    const named = globSync("admin-ui/src/**/*.{ts,vue}").flatMap((file) => [
      ...readFileSync(file, "utf8").matchAll(/\bt[ce]?\(\s*(["'])([\w.-]+)\1/g),
    ]);
    expect([...new Set(named.map(([, , key = ""]) => key))].filter((key) => !source.has(key))).toEqual([]);
  });
});

/** Every text of a language under its dotted key. */
function texts(language: string): ReadonlyMap<string, string> {
  return new Map(flatten(JSON.parse(readFileSync(`admin-ui/src/i18n/${language}.json`, "utf8")) as Texts));
}

function flatten(branch: Texts, prefix = ""): (readonly [string, string])[] {
  return Object.entries(branch).flatMap(([key, value]) =>
    typeof value === "string" ? [[prefix + key, value] as const] : flatten(value, `${prefix}${key}.`),
  );
}

/** `{name}`, `{0}` and linked `@:key` in a text; plural forms may differ in which of them each one shows. */
function placeholders(text: string): string {
  return [...new Set(text.match(/\{\s*\w+\s*\}|@(\.\w+)?:[\w.()-]+/g)?.map((found) => found.replaceAll(" ", "")))].sort().join(" ");
}

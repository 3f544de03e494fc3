import { globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "@jest/globals";
import { MODULES, Words } from "../../../../server/platform/words/words.js";

/** What English has no need for: other languages' verbs and articles follow the clock, the day or the moment. */
const MAY_USE: Readonly<Record<string, readonly string[]>> = {
  "policy_decisions/not_before": ["today", "weekday", "when"],
  "policy_reasons/hours": ["hour"],
  "policy_passed/hours": ["hour"],
};

type Catalogue = Readonly<Record<string, Readonly<Record<string, string>>>>;

const FOLDERS = globSync([join(MODULES, "*/words"), join(MODULES, "*/*/words")]);
const words = Words.read(MODULES);
const read = (folder: string, locale: string) => JSON.parse(readFileSync(join(folder, `${locale}.json`), "utf8")) as Catalogue;
const keysIn = (catalogue: Catalogue) =>
  Object.entries(catalogue).flatMap(([group, texts]) => Object.keys(texts).map((key) => [group, key] as const));

describe.each(FOLDERS.map((folder) => [basename(dirname(folder)), folder]))("the words of %s", (module, folder) => {
  const source = keysIn(read(folder, "en"));

  it.each(words.locales().filter((locale) => locale !== "en"))(
    "say the same in %s, filled with the same values, and nothing is empty",
    (locale) => {
      expect(keysIn(read(folder, locale))).toEqual(source);
      for (const [group, key] of source) {
        const may = MAY_USE[`${group}/${key}`] ?? [];
        const places = words.placesOf(group, key, locale).filter((place) => !may.includes(place));
        expect([key, places]).toEqual([key, words.placesOf(group, key, "en")]);
        expect(words.say(group, key, locale, valuesOf(words.placesOf(group, key, locale)))).not.toBe("");
      }
    },
  );

  it("tell what the module writes into the journal, and file it", () => {
    const declared = globSync(`server/modules/${module}/*.events.ts`).flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/: "([a-z_]+\.[a-z_]+)"/g)].map(([, type]) => type!),
    );
    expect(declared.filter((type) => !(type in words.group("records")) || !words.kinds.has(type))).toEqual([]);
  });
});

describe("a language", () => {
  const home = mkdtempSync(join(tmpdir(), "saldo-words-"));
  afterAll(() => rmSync(home, { recursive: true }));

  it("of the server is added by its files alone", () => {
    for (const folder of FOLDERS) {
      const place = join(home, basename(dirname(folder)), "words");
      mkdirSync(place, { recursive: true });
      for (const file of readdirSync(folder)) writeFileSync(join(place, file), readFileSync(join(folder, file)));
      writeFileSync(join(place, "en-XA.json"), JSON.stringify(pretend(read(folder, "en"))));
    }
    const more = Words.read(home);
    expect(more.locales()).toEqual([...words.locales(), "en-XA"].toSorted());
    const untold = FOLDERS.flatMap((folder) => keysIn(read(folder, "en"))).filter(([group, key]) => {
      const values = valuesOf(words.placesOf(group, key, "en"));
      return more.say(group, key, "en-XA", values) !== `«${more.say(group, key, "en", values)}»`;
    });
    expect(untold).toEqual([]);
  });

  it("that lacks a text says it in the source's", () => {
    expect(words.say("codes", "dispute", "en-x-nobody")).toBe(words.say("codes", "dispute", "en"));
    expect(words.say("codes", "constructor", "en")).toBeNull();
  });

  it("cannot be read where two modules say the same", () => {
    const place = join(home, "another", "words");
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, "en.json"), JSON.stringify({ codes: { dispute: "twice" } }));
    expect(() => Words.read(home)).toThrow('"dispute" of codes is said twice in en');
  });
});

/** Every text between guillemets, so that one that was left in English shows. */
function pretend(catalogue: Catalogue): Catalogue {
  return Object.fromEntries(
    Object.entries(catalogue).map(([group, texts]) => [
      group,
      Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, `«${text}»`])),
    ]),
  );
}

function valuesOf(places: readonly string[]): Record<string, string> {
  return Object.fromEntries(places.map((place) => [place, place.startsWith("given_") ? "yes" : `[${place}]`]));
}

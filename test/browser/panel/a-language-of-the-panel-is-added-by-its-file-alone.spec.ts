import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";

const home = mkdtempSync(join(tmpdir(), "saldo-panel-language-"));
afterAll(() => rmSync(home, { recursive: true }));

/** In a process of its own: the bundler does not take regular expressions from the runner's realm for its own. */
const BUILD = `
  import { build } from "vite";
  const [home] = process.argv.slice(1);
  await build({
    root: home, configFile: false, logLevel: "silent",
    build: { ssr: home + "/i18n/languages.ts", outDir: home + "/out", rollupOptions: { output: { entryFileNames: "languages.mjs" } } },
  });
  const { LOCALES, textsOf, pluralForm } = await import(home + "/out/languages.mjs");
  console.log(JSON.stringify({
    locales: LOCALES,
    french: (await textsOf("fr")).pretend,
    forms: Object.fromEntries(["pt-BR", "es"].map((locale) => [locale, [0, 1, 2].map((count) => pluralForm(locale)(count, 2))])),
  }));
`;

test("it is offered by its own name, and its texts are loaded", () => {
  cpSync("admin-ui/src/i18n", join(home, "i18n"), { recursive: true });
  const english = JSON.parse(readFileSync(join(home, "i18n/en.json"), "utf8")) as object;
  writeFileSync(join(home, "i18n/fr.json"), JSON.stringify({ ...english, pretend: "oui" }));
  const told = JSON.parse(execFileSync(process.execPath, ["--input-type=module", "-e", BUILD, home], { encoding: "utf8" })) as {
    locales: { id: string; name: string }[];
  };
  const files = readdirSync(join(home, "i18n")).filter((file) => file.endsWith(".json"));
  expect(told.locales.map(({ id }) => id)).toEqual(files.map((file) => basename(file, ".json")).toSorted());
  expect(Object.fromEntries(told.locales.map(({ id, name }) => [id, name]))).toMatchObject({
    en: "English",
    es: "Español",
    fr: "Français",
    "pt-BR": "Português (Brasil)",
  });
  expect(told).toMatchObject({ french: "oui", forms: { "pt-BR": [0, 0, 1], es: [1, 0, 1] } });
});

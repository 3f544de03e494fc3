import { globSync, readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { CATALOGUE } from "../../../../server/modules/journal/domain/sentences.js";

const declared = globSync("server/modules/*/*.events.ts")
  .flatMap((file) => [...readFileSync(file, "utf8").matchAll(/: "([a-z_]+\.[a-z_]+)"/g)].map((match) => match[1]!))
  .toSorted();

test("what a module may write into the journal can be told in all three languages", () => {
  expect(declared.length).toBeGreaterThan(40);
  expect(declared.filter((type) => !(type in CATALOGUE))).toEqual([]);
});

test("brackets and braces of every sentence are whole", () => {
  for (const { en, es, "pt-BR": pt } of Object.values(CATALOGUE)) {
    const values = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!).toSorted();
    for (const text of [en, es, pt]) expect(text).toMatch(/^([^[\]{}]|\[[^[\]]*\{\w+\}[^[\]]*\]|\{\w+\})+$/);
    expect([values(es), values(pt)]).toEqual([values(en), values(en)]);
  }
});

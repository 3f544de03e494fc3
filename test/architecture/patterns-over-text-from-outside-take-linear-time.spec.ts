import { expect, it } from "@jest/globals";
import { globSync, readFileSync } from "node:fs";
import ts from "typescript";
import { chokesOn } from "../support/growth.js";

/** Where text of files and cells is read by patterns. A pattern is held to be linear by itself: a limit of length before it can be forgotten. */
const READERS = [
  "server/modules/imports/**/*.ts",
  "server/modules/negotiation/domain/{said-amount,replies/*}.ts",
  "server/modules/portfolio/phone-number.adapter.ts",
  "server/modules/portfolio/domain/residence.ts",
  "server/shared/{words,rounded-number,phone-key,money,calendar}.ts",
];

/** Every pattern in a source, as it stands there. */
function patternsIn(path: string): RegExp[] {
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
  const found: RegExp[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf("/");
      found.push(new RegExp(node.text.slice(1, end), node.text.slice(end + 1)));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function chokes(pattern: RegExp): string | null {
  const everywhere = new RegExp(pattern.source, pattern.flags.includes("g") ? pattern.flags : `${pattern.flags}g`);
  return chokesOn((text) => text.replace(everywhere, ""));
}

const FILES = READERS.flatMap((pattern) => globSync(pattern)).toSorted();

it("finds the patterns", () => {
  expect(FILES.flatMap(patternsIn).length).toBeGreaterThan(30);
});

it.each([/0+$/, /\[[^\]]*\]/g, /\s*(?:a)?$/, /(\d+)*!/, /^(.*\d)+-$/])("sees that %s is not", (planted) => {
  expect(chokes(planted)).not.toBeNull();
});

it.each(FILES.filter((path) => patternsIn(path).length > 0))("%s", (path) => {
  expect(patternsIn(path).flatMap((pattern) => chokes(pattern) ?? [])).toEqual([]);
});

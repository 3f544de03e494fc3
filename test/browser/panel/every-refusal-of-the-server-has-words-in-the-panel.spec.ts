import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";

interface Words {
  readonly [key: string]: string | Words;
}

/** Never an answer to the panel. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  "metric.inexact": "a mistake of whoever writes a metric",
  "metric.wait_too_long": "a mistake of whoever writes a metric",
  "template.file_invalid": "Saldo does not start with such a file",
  "template.source_invalid": "Saldo does not start with such a file",
  "template.lint_failed": "Saldo does not start with such a file",
};
/** Commands and the demo speak English to whoever runs them. */
const OF_OPERATORS = /^(commands|demo|sandbox)\//;

const catalogue = (locale: string) => (JSON.parse(readFileSync(`admin-ui/src/i18n/${locale}.json`, "utf8")) as { errors: Words }).errors;

function codesThrown(): string[] {
  const found = new Set<string>();
  for (const file of readdirSync("server", { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".ts") || OF_OPERATORS.test(file)) continue;
    const source = readFileSync(join("server", file), "utf8");
    const thrown = /\b(?:invalid|notFound|forbidden|conflict|new DomainError\(\s*"\w+",)\s*\(?\s*"([a-z_]+(?:\.[a-z_]+)+)"/g;
    for (const [, code] of source.matchAll(thrown)) if (code) found.add(code);
  }
  return [...found].sort();
}

/** @returns whether the code has both sentences */
function isTold(errors: Words, code: string): boolean {
  let node: string | Words | undefined = errors;
  for (const part of code.split(".")) node = typeof node === "object" ? node[part] : undefined;
  return typeof node === "object" && Boolean(node.message) && Boolean(node.remedy);
}

const codes = codesThrown();

test("the search finds what is thrown", () => {
  expect(codes).toEqual(expect.arrayContaining(["debtor.not_found", "hold.over", "payment.different", "import.columns_missing"]));
});

test("every refusal of the server has words in the panel: what happened and what to do", () => {
  const english = catalogue("en");
  expect(codes.filter((code) => !(code in ELSEWHERE) && !isTold(english, code))).toEqual([]);
});

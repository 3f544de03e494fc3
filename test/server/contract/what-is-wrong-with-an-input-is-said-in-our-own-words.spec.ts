import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { z } from "zod";
import { FIELD_PROBLEMS } from "../../../server/contract/common.contract.js";
import type { Route } from "../../../server/contract/route.js";
import { routes } from "../../../server/contract/routes.js";
import { inputProblem, issueWords } from "../../../server/platform/http/field-problem.js";
import { TEXTS } from "../../../server/platform/words/texts.js";

/** What people and programs send by mistake. */
const WRONG = [undefined, null, "", "x", "x".repeat(100_000), "2026-02-30", -1, 1.5, 1e300, true, [], {}, ["x"], { x: 1 }];
const ALL = Object.values(routes).flatMap((group) => Object.values(group) as Route[]);

/** The schema with one of its parts replaced by something wrong, else everything. */
function tries(schema: z.ZodType): unknown[] {
  const shape = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  return [...WRONG, ...shape.flatMap((name) => WRONG.map((value) => ({ [name]: value })))];
}

test("no part of any route answers with the words of a library", () => {
  const told = new Set<string>();
  for (const route of ALL)
    for (const schema of [route.params, route.query, route.body]) {
      if (schema === undefined || schema === "bytes") continue;
      for (const value of tries(schema)) {
        const plain = schema.safeParse(value);
        const ours = schema.safeParse(value, { error: issueWords, reportInput: true });
        if (ours.success || plain.success) continue;
        for (const [index, issue] of ours.error.issues.entries()) {
          const problem = inputProblem(issue, "body");
          expect(FIELD_PROBLEMS).toContain(problem.problem);
          expect(problem.message).not.toMatch(/^Invalid|^Too |^Unrecognized|expected|undefined|NaN|\{/);
          told.add(`${plain.error.issues[index]?.message} → ${problem.message}`);
        }
      }
    }
  expect(told.size).toBeGreaterThan(20);
});

test("an address that is none, a text too long and a missing part each say what to do", () => {
  const schema = z.object({ url: z.url(), name: z.string().min(1).max(3), n: z.int().max(5) });
  const result = schema.safeParse({ url: "pagos", name: "abcd", n: 9 }, { error: issueWords, reportInput: true });
  expect(result.error?.issues.map((issue) => inputProblem(issue, "body"))).toEqual([
    { field: "url", message: "is no web address that begins with http:// or https://", problem: "web_address" },
    { field: "name", message: "has more than 3 characters", problem: "too_long", params: { most: 3 } },
    { field: "n", message: "is above 5", problem: "too_high", params: { most: 5 } },
  ]);
  expect(inputProblem(schema.safeParse({}, { error: issueWords, reportInput: true }).error!.issues[0]!, "body")).toMatchObject({
    problem: "missing",
  });
  const kinds = schema.safeParse({ url: 1, name: 1, n: 1.5 }, { error: issueWords, reportInput: true });
  expect(kinds.error?.issues.map((issue) => inputProblem(issue, "body").problem)).toEqual(["wrong_kind", "wrong_kind", "whole_number"]);
});

for (const locale of TEXTS.locales())
  test(`the panel has words for each of them in ${locale}`, () => {
    const catalogue = JSON.parse(readFileSync(`admin-ui/src/i18n/${locale}.json`, "utf8")) as { fieldProblem: Record<string, string> };
    expect(Object.keys(catalogue.fieldProblem).toSorted()).toEqual([...FIELD_PROBLEMS].toSorted());
  });

import { expect, it } from "@jest/globals";
import { PROBLEM_CODES } from "../../../../server/modules/imports/rows/domain/row-problem.js";
import { explainProblem } from "../../../../server/modules/imports/rows/row-problem.words.js";
import { TEXTS } from "../../../../server/platform/words/texts.js";

it("every code says what is wrong and what to do, and no sentence is without its code", () => {
  expect(Object.keys(TEXTS.group("row_problems")).toSorted()).toEqual([...PROBLEM_CODES, "taken"].toSorted());
  expect(Object.keys(TEXTS.group("row_remedies")).toSorted()).toEqual(PROBLEM_CODES.toSorted());
});

it("what stands in the file is told as it stands there, and what is not known is told as nothing", () => {
  const problem = { column: "amount", value: "{x}", code: "amount.other_currency" } as const;
  expect(explainProblem({ ...problem, params: { named: "{named}", currency: "US'D" } }, "en").problem).toBe(
    "The amount is in {named} but the row says US'D.",
  );
  expect(explainProblem(problem, "es", true).problem).toBe("El importe está en  pero la fila dice . La fila se tomó sin ese dato.");
});

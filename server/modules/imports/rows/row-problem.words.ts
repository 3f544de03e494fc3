import { TEXTS } from "../../../platform/words/texts.js";
import type { Locale } from "../../../shared/locale.js";
import type { RowProblem } from "./domain/row-problem.js";

/** Both sentences about a problem, in the reader's language. @param taken whether the rest of the row is in */
export function explainProblem({ code, params = {} }: RowProblem, locale: Locale, taken = false): { problem: string; remedy: string } {
  const problem = TEXTS.text("row_problems", code, locale, params);
  return {
    problem: taken ? TEXTS.text("row_problems", "taken", locale, { problem }) : problem,
    remedy: TEXTS.text("row_remedies", code, locale, { languages: TEXTS.locales().join(", "), ...params }),
  };
}

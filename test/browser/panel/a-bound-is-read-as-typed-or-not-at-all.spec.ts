import { expect, test } from "@jest/globals";
import { boundText, readBound } from "../../../admin-ui/src/features/metrics/bound-text.js";

test.each([
  ["4.5", "en", 4.5],
  ["4,5", "es", 4.5],
  ["4.5", "es", 4.5],
  ["−20", "pt-BR", -20],
  ["40.125", "en", 40.125],
  ["", "en", null],
])("%s in %s is %s", (typed, locale, bound) => {
  expect(readBound(typed, locale)).toBe(bound);
});

// Where a point groups, `1.000` may be one or a thousand.
test.each([
  ["1.000", "es"],
  ["1,000", "en"],
  ["four", "en"],
  ["4.5.1", "en"],
  ["4.1234", "en"],
])("%s in %s is nobody's number", (typed, locale) => {
  expect(readBound(typed, locale)).toBeNaN();
});

test("what is shown is read again as the same", () => {
  for (const locale of ["en", "es", "pt-BR"])
    for (const bound of [0, 4.5, -20, 1_234.5, null]) expect(readBound(boundText(bound, locale), locale)).toBe(bound);
});

import { expect, test } from "@jest/globals";
import { plainAmount } from "../../../admin-ui/src/features/portfolio/amount.js";

test.each([
  ["1,250.50", "en", "1250.50"],
  ["1250.5", "en", "1250.5"],
  ["1.250,50", "es", "1250.50"],
  ["186.400", "es", "186400"],
  ["1 250 000", "pt-BR", "1250000"],
  ["186,400", "en", "186400"],
])("%s in %s is %s", (typed, locale, plain) => {
  expect(plainAmount(typed, locale)).toBe(plain);
});

test.each([
  ["186.4000", "es"],
  ["12.34", "es"],
  ["1,25", "en"],
  ["1.250.50", "en"],
  ["0", "en"],
  ["-5", "en"],
  ["", "en"],
  ["12a", "en"],
])("%s in %s is refused: it is not an amount, or could be two", (typed, locale) => {
  expect(plainAmount(typed, locale)).toBeUndefined();
});

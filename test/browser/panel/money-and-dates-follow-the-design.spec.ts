import { expect, test } from "@jest/globals";
import {
  dayOf,
  digitsFor,
  formatDate,
  formatFigure,
  formatMoney,
  formatNumber,
  formatTime,
} from "../../../admin-ui/src/composables/format.js";

const cop = (minor: number) => ({ minor, currency: "COP" });
const NBSP = "\u00a0";

test.each([
  [cop(113_570_000), "en", `COP${NBSP}1,135,700`],
  [cop(113_570_000), "es", `COP${NBSP}1.135.700`],
  [cop(123_456), "es", `COP${NBSP}1.234,56`],
  [cop(400_000), "es", `COP${NBSP}4.000`],
  [{ minor: 1_248_050, currency: "MXN" }, "en", `MXN${NBSP}12,480.50`],
  [{ minor: 122_768, currency: "BRL" }, "pt-BR", `BRL${NBSP}1.227,68`],
  [{ minor: -5_000, currency: "CLP" }, "es", `CLP${NBSP}−5.000`],
])("%j in %s is %s", (amount, locale, text) => {
  expect(formatMoney(amount, locale)).toBe(text);
});

test("a column keeps one precision per currency", () => {
  const column = [cop(100_000), cop(100_050), { minor: 500, currency: "CLP" }];
  const digits = digitsFor(column);
  expect(column.map((amount) => formatFigure(amount, "en", digits))).toEqual(["1,000.00", "1,000.50", "500"]);
});

test.each([
  ["en", `25${NBSP}Nov${NBSP}2026`, `Wed${NBSP}25${NBSP}Nov`],
  ["es", `25${NBSP}nov${NBSP}2026`, `mié${NBSP}25${NBSP}nov`],
  ["pt-BR", `25${NBSP}nov${NBSP}2026`, `qua${NBSP}25${NBSP}nov`],
])("dates in %s", (locale, date, planned) => {
  expect(formatDate("2026-11-25", locale, "America/Bogota")).toBe(date);
  expect(formatDate("2026-11-25", locale, "America/Bogota", { weekday: true, today: "2026-01-01" })).toBe(planned);
});

test("an instant is told in the zone, on a 24 hour clock", () => {
  expect(formatTime("2026-11-26T04:59:00.000Z", "en", "America/Bogota")).toBe("23:59");
  expect(dayOf(Date.parse("2026-11-26T04:59:00.000Z"), "America/Bogota")).toBe("2026-11-25");
  expect(formatTime("2026-11-26T05:00:00.000Z", "es", "America/Bogota")).toBe("00:00");
});

test("numbers group four digits in Spanish too, with a true minus", () => {
  expect(formatNumber(-1316, "es")).toBe("−1.316");
});

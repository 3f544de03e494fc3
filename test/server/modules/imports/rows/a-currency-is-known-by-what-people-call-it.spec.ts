import { expect, test } from "@jest/globals";
import { currencyCalled } from "../../../../../server/modules/imports/rows/domain/currency-name.js";
import { isIsoCurrency } from "../../../../../server/shared/money.js";

/** What stands in the cell, the country of the row, and the code it means. */
const CALLED: readonly (readonly [string, string | null, string | null])[] = [
  ["cop", null, "COP"],
  ["PES", "CO", "COP"],
  ["PES", "MX", "MXN"],
  ["PES", null, null],
  ["PES", "BR", null],
  ["Pesos", "CL", "CLP"],
  ["pesos mexicanos", "MX", "MXN"],
  ["pesos mexicanos", "CO", null],
  ["$", "AR", "ARS"],
  ["$", "EC", "USD"],
  ["$", null, null],
  ["$", "BR", null],
  ["MXP", "CO", "MXN"],
  ["M.N.", "MX", "MXN"],
  ["DLS", "MX", "USD"],
  ["Dólares", "CO", "USD"],
  ["dólares", "CA", null],
  ["US$", null, "USD"],
  ["R$", null, "BRL"],
  ["Reais", "BR", "BRL"],
  ["S/.", "PE", "PEN"],
  ["soles", "PE", "PEN"],
  ["soles", null, null],
  ["Gs.", "PY", "PYG"],
  ["GUA", "PY", "PYG"],
  ["GUA", "CO", null],
  ["UF", "CL", "CLF"],
  ["Bs.", "BO", "BOB"],
  ["€", "ES", "EUR"],
  ["XXX", "CO", null],
  ["", "CO", null],
  ["$".repeat(50_000), "CO", null],
];

test("and by its sign, where the row's country leaves no doubt", () => {
  for (const [text, country, code] of CALLED) expect([text, country, currencyCalled(text, country)]).toEqual([text, country, code]);
  for (const [, , code] of CALLED) if (code !== null) expect([code, isIsoCurrency(code)]).toEqual([code, true]);
});

import { expect, it } from "@jest/globals";
import { mapColumns } from "../../../../../server/modules/imports/rows/domain/columns.js";
import { subdivisionCode } from "../../../../../server/modules/portfolio/domain/residence.js";
import { subdivisionsOf } from "../../../../../server/shared/places/places.js";

it.each([
  ["MX", "BCN", "BCN"],
  ["MX", "mx-bcn", "BCN"],
  ["MX", "B.C.", "BCN"],
  ["MX", "Baja California", "BCN"],
  ["MX", "BAJA CALIFORNIA SUR", "BCS"],
  ["MX", "Querétaro de Arteaga", "QUE"],
  ["MX", "México", "MEX"],
  ["MX", "MEX", "MEX"],
  ["MX", "Edo. Méx.", "MEX"],
  ["MX", "Estado de México", "MEX"],
  ["MX", "CDMX", "CMX"],
  ["MX", "D.F.", "CMX"],
  ["MX", "Q. Roo", "ROO"],
  ["BR", "SP", "SP"],
  ["BR", "BR-SP", "SP"],
  ["BR", "Sao Paulo", "SP"],
  ["BR", "RIO DE JANEIRO", "RJ"],
  ["BR", "Distrito Federal", "DF"],
])("%s %s", (country, text, code) => {
  expect(subdivisionCode(country, text)).toBe(code);
});

it("no spelling stands for two states", () => {
  for (const country of ["BR", "MX"]) {
    for (const { code, name, aliases } of subdivisionsOf(country)) {
      for (const spelling of [code, `${country}-${code}`, name, ...aliases]) {
        expect([spelling, subdivisionCode(country, spelling)]).toEqual([spelling, code]);
      }
    }
  }
});

it.each([
  ["MX", "SP"],
  ["BR", "BR-BCN"],
  ["MX", "VIGENTE"],
  ["CO", "Antioquia"],
])("%s has no %s", (country, text) => {
  expect(subdivisionCode(country, text)).toBeNull();
});

it.each(["subdivision", "State", "Estado", "Entidad federativa", "UF", "Estado (UF)"])("finds the column %s", (header) => {
  expect(mapColumns("debts", [header]).fields).toEqual(["subdivision"]);
});

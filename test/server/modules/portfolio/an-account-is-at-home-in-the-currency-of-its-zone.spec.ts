import { expect, it } from "@jest/globals";
import { COUNTRIES, zonesOf } from "../../../../server/modules/portfolio/domain/zones-of.js";
import { homeCurrency } from "../../../../server/modules/portfolio/rules.js";
import { isIsoCurrency } from "../../../../server/shared/money.js";

it.each([
  ["America/Bogota", "COP"],
  ["America/Tijuana", "MXN"],
  ["America/Rio_Branco", "BRL"],
  ["Pacific/Galapagos", "USD"],
  ["Europe/Berlin", null],
])("%s is at home in %s", (zone, currency) => {
  expect(homeCurrency(zone)).toBe(currency);
});

it("every country whose zones are known has a currency that exists", () => {
  const without = COUNTRIES.filter((country) => !isIsoCurrency(homeCurrency(zonesOf(country)[0]!) ?? ""));
  expect(without).toEqual([]);
});

import { expect, it } from "@jest/globals";
import { residenceAfter, UNKNOWN } from "../../../../../server/modules/portfolio/domain/residence.js";
import { zonesOf } from "../../../../../server/modules/portfolio/rules.js";

const of = (country: string | null, phone: string | null, subdivision: string | null = null) =>
  residenceAfter(UNKNOWN, { country, subdivision, phone });

it.each([
  ["BR", "+5511987654321", ["SP"]],
  ["BR", "+552133334444", ["RJ"]],
  ["BR", "+5561987654321", ["DF", "GO"]],
  ["BR", "+5592987654321", ["AM"]],
  ["BR", "+558140041234", ["PE"]],
  ["MX", "+525512345678", ["CMX", "MEX"]],
  ["MX", "+5215512345678", ["CMX", "MEX"]],
  ["MX", "+526641234567", ["BCN"]],
  ["MX", "+529981234567", ["ROO"]],
  ["MX", "+523221234567", ["JAL", "NAY"]],
  ["MX", "+528711234567", ["COA", "DUR"]],
])("%s %s", (country, phone, states) => {
  expect(of(country, phone)).toEqual({ country, subdivision: null, subdivisions: states });
});

it.each([
  ["an area code nobody lists", "MX", "+522001234567"],
  ["a number of another country", "MX", "+5511987654321"],
  ["a number that is too short", "BR", "+55119876"],
  ["no number", "BR", null],
  ["a country without states", "CO", "+573001234567"],
  ["no country", null, "+5511987654321"],
])("%s tells nothing", (_, country, phone) => {
  expect(of(country, phone).subdivisions).toEqual([]);
  expect(zonesOf(country, of(country, phone).subdivisions)).toEqual(zonesOf(country));
});

it("every number of a country has a zone, whatever its area code", () => {
  for (let area = 200; area < 1000; area++) {
    expect(zonesOf("MX", of("MX", `+52${area}1234567`).subdivisions)).not.toEqual([]);
  }
});

it("what the creditor states outweighs the number", () => {
  expect(of("MX", "+526641234567", "ROO")).toEqual({ country: "MX", subdivision: "ROO", subdivisions: ["ROO"] });
  expect(zonesOf("MX", ["ROO"])).toEqual(["America/Cancun"]);
});

it("several states are open where all their clocks are", () => {
  expect(zonesOf("MX", ["JAL", "NAY"])).toEqual(["America/Mexico_City", "America/Mazatlan", "America/Bahia_Banderas"]);
});

it("an empty cell takes nothing away, another country takes the state", () => {
  const known = of("MX", "+526641234567", "ROO");
  const later = { country: null, subdivision: null, phone: null };
  expect(residenceAfter(known, later)).toEqual(known);
  expect(residenceAfter(of("MX", "+526641234567"), later).subdivisions).toEqual(["BCN"]);
  expect(residenceAfter(known, { ...later, phone: "+525512345678" })).toEqual(known);
  expect(residenceAfter(of("MX", "+526641234567"), { ...later, phone: "+525512345678" }).subdivisions).toEqual(["CMX", "MEX"]);
  expect(residenceAfter(known, { ...later, country: "BR" })).toEqual({ country: "BR", subdivision: null, subdivisions: [] });
});

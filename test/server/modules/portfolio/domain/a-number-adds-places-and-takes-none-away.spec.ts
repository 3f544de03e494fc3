import * as fc from "fast-check";
import { describe, expect, it } from "@jest/globals";
import {
  addressAfter,
  type DebtorAddress,
  NO_ADDRESS,
  placesOfNumber,
  plausibleResidences,
  zonesOf,
  zonesOfAll,
} from "../../../../../server/modules/portfolio/rules.js";
import { decide, PACKS } from "../../../../../server/modules/policy/rules.js";
import { facts, intent } from "../../policy/given.js";

const MX: DebtorAddress = { country: "MX", subdivision: null };
const CANCUN: DebtorAddress = { country: "MX", subdivision: "ROO" };
const at = (address: DebtorAddress, ...numbers: readonly (readonly string[] | null)[]) =>
  plausibleResidences(address, numbers).map(({ country, subdivision }) => (subdivision === null ? country : `${country}-${subdivision}`));

describe("where a number is from", () => {
  it.each([
    ["+5511987654321", "BR", ["BR-SP"]],
    ["+552133334444", "BR", ["BR-RJ"]],
    ["+5561987654321", "BR", ["BR-DF", "BR-GO"]],
    ["+525512345678", "MX", ["MX-CMX", "MX-MEX"]],
    ["+5215512345678", "MX", ["MX-CMX", "MX-MEX"]],
    ["+523221234567", "MX", ["MX-JAL", "MX-NAY"]],
    ["an area code nobody lists", "MX", ["MX"], "+522001234567"],
    ["a country without states", "CO", ["CO"], "+573001234567"],
    ["a satellite", null, [], "+881612345678"],
  ])("%s", (number, country, places, dialled = number) => {
    expect(placesOfNumber(dialled, country)).toEqual(places);
  });
});

describe("where a debtor may be", () => {
  it.each<[string, DebtorAddress, readonly (readonly string[])[], readonly string[]]>([
    ["the country, whatever the area code: 55 is not only Mexico City", MX, [["MX-CMX", "MX-MEX"]], ["MX"]],
    ["and DDD 11 not only São Paulo", { country: "BR", subdivision: null }, [["BR-SP"]], ["BR"]],
    ["the country and the number's: MX with +57", MX, [["CO"]], ["MX", "CO"]],
    ["the address", CANCUN, [], ["MX-ROO"]],
    ["the address and the state of the number", CANCUN, [["MX-BCN"]], ["MX-ROO", "MX-BCN"]],
    ["the address and all states of an area code that crosses a border", CANCUN, [["MX-JAL", "MX-NAY"]], ["MX-ROO", "MX-JAL", "MX-NAY"]],
    ["the address and the whole of another country, whatever its area code", CANCUN, [["BR-SP"]], ["MX-ROO", "BR"]],
    ["the country where its number is of no known state", CANCUN, [["MX"]], ["MX"]],
    ["all of several numbers", CANCUN, [["MX-ROO"], ["CO"], ["MX-BCN"]], ["MX-ROO", "MX-BCN", "CO"]],
    ["where the number is from when there is no address, all of it", NO_ADDRESS, [["MX-BCN"], ["CO"]], ["MX", "CO"]],
    ["nowhere when nothing is known", NO_ADDRESS, [], []],
    ["where the address is when the number tells nothing", CANCUN, [[]], ["MX-ROO"]],
  ])("%s", (_, address, numbers, places) => {
    expect(at(address, ...numbers)).toEqual(places);
  });

  it("is not known as long as one of the numbers was not read", () => {
    expect(at(CANCUN, ["MX-ROO"], null)).toEqual([]);
  });
});

describe("what a further row makes of it", () => {
  it("an empty cell takes nothing away, another country takes the state", () => {
    expect(addressAfter(CANCUN, NO_ADDRESS, null)).toEqual(CANCUN);
    expect(addressAfter(CANCUN, { country: "MX", subdivision: "SON" }, null)).toEqual({ country: "MX", subdivision: "SON" });
    expect(addressAfter(CANCUN, { country: "BR", subdivision: null }, null)).toEqual({ country: "BR", subdivision: null });
  });

  it("a number names the country only where nobody did, and takes the place of none", () => {
    expect(addressAfter(NO_ADDRESS, NO_ADDRESS, "CO")).toEqual({ country: "CO", subdivision: null });
    expect(addressAfter(CANCUN, NO_ADDRESS, "CO")).toEqual(CANCUN);
    expect(addressAfter(NO_ADDRESS, MX, "CO")).toEqual(MX);
  });
});

it("every zone of an address stays one, whatever numbers are added", () => {
  expect(zonesOf("MX", "ROO")).toEqual(["America/Cancun"]);
  expect(zonesOfAll(plausibleResidences(CANCUN, [["MX-BCN"], ["CO"]]))).toEqual(["America/Cancun", "America/Tijuana", "America/Bogota"]);
});

const address = fc.constantFrom<DebtorAddress>(
  NO_ADDRESS,
  MX,
  CANCUN,
  { country: "MX", subdivision: "BCN" },
  { country: "BR", subdivision: null },
  { country: "BR", subdivision: "SP" },
  { country: "BR", subdivision: "AC" },
  { country: "CO", subdivision: null },
);
const number = fc.constantFrom<readonly string[]>(
  ["CO"],
  ["MX-CMX", "MX-MEX"],
  ["MX-BCN"],
  ["MX"],
  ["BR-SP"],
  ["BR-AC"],
  ["BR"],
  ["ES"],
  [],
);
const moment = fc.integer({ min: Date.UTC(2026, 10, 1), max: Date.UTC(2028, 0, 1) });

it("knowing a number more never opens an hour that was closed", () => {
  fc.assert(
    fc.property(address, fc.array(number, { maxLength: 2 }), number, moment, (home, numbers, another, now) => {
      const residences = plausibleResidences(home, numbers);
      fc.pre(residences.length > 0);
      const wider = plausibleResidences(home, [...numbers, another]);
      const verdict = (known: typeof residences) =>
        decide(intent(), facts({ accountPackIds: [], residences: known, zones: zonesOfAll(known) }), PACKS, now).verdict;
      if (verdict(residences) !== "allow") expect(verdict(wider)).not.toBe("allow");
      for (const zone of zonesOfAll(residences).map(clockOf)) expect(zonesOfAll(wider).map(clockOf)).toContain(zone);
    }),
    { numRuns: 300 },
  );
});

/** Zones with the same clock are named once where a whole country is plausible. */
function clockOf(zone: string): string {
  const shown = (instant: number) => new Intl.DateTimeFormat("en-GB", { timeZone: zone, timeStyle: "short" }).format(instant);
  return `${shown(Date.UTC(2026, 0, 15))} ${shown(Date.UTC(2026, 6, 15))}`;
}

import { describe, expect, it } from "@jest/globals";
import { DateTime } from "luxon";
import { subdivisionsOf } from "../../../server/shared/places/places.js";
import { isKnownZone } from "../../../server/shared/zone.js";
import { zonesOf } from "../../../server/modules/portfolio/rules.js";

const ISO_3166_2 = {
  BR: "AC AL AM AP BA CE DF ES GO MA MG MS MT PA PB PE PI PR RJ RN RO RR RS SC SE SP TO",
  MX: "AGU BCN BCS CAM CHH CHP CMX COA COL DUR GRO GUA HID JAL MEX MIC MOR NAY NLE OAX PUE QUE ROO SIN SLP SON TAB TAM TLA VER YUC ZAC",
};
const DDD =
  "11 12 13 14 15 16 17 18 19 21 22 24 27 28 31 32 33 34 35 37 38 41 42 43 44 45 46 47 48 49 51 53 54 55 61 62 63 64 65 66 67 68 69 " +
  "71 73 74 75 77 79 81 82 83 84 85 86 87 88 89 91 92 93 94 95 96 97 98 99";

describe.each(["BR", "MX"] as const)("%s", (country) => {
  const states = subdivisionsOf(country);

  it("has every state of ISO 3166-2", () => {
    expect(states.map(({ code }) => code).toSorted()).toEqual(ISO_3166_2[country].split(" ").toSorted());
    expect(new Set(states.map(({ name }) => name)).size).toBe(states.length);
  });

  it("names zones that exist, and area codes once each", () => {
    for (const { code, zones, areaCodes } of states) {
      expect([code, zones.length > 0 && zones.every(isKnownZone)]).toEqual([code, true]);
      expect([code, areaCodes.length > 0 && areaCodes.every((area) => /^[1-9]\d{1,2}$/.test(area))]).toEqual([code, true]);
      expect([code, new Set(areaCodes).size]).toEqual([code, areaCodes.length]);
    }
  });

  /** The hours of a clock over the coming years, by a library the engine does not use. */
  const clock = (zone: string) =>
    Array.from({ length: 10 * 53 }, (_, week) => DateTime.utc(2026, 1, 1).plus({ weeks: week }).setZone(zone).offset).join();

  it("has no clock that the list for the whole country lacks, nor one too many", () => {
    const ofStates = new Set(states.flatMap(({ zones }) => zones.map(clock)));
    expect(ofStates).toEqual(new Set(zonesOf(country).map(clock)));
  });
});

it("every DDD is somebody's", () => {
  const areas = new Set(subdivisionsOf("BR").flatMap(({ areaCodes }) => areaCodes));
  expect([...areas].toSorted().join(" ")).toBe(DDD);
});

it("a Mexican area code is not the beginning of another", () => {
  const areas = [...new Set(subdivisionsOf("MX").flatMap(({ areaCodes }) => areaCodes))];
  expect(areas.filter((area) => areas.some((other) => other !== area && other.startsWith(area)))).toEqual([]);
  expect(areas.filter((area) => area.length === 2).toSorted()).toEqual(["33", "55", "56", "81"]);
  expect(areas.length).toBeGreaterThan(390);
});

it("other countries have no states here", () => {
  expect([subdivisionsOf("CO"), subdivisionsOf(null), subdivisionsOf("constructor")]).toEqual([[], [], []]);
});

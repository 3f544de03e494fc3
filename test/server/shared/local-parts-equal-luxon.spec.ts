import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { DateTime } from "luxon";
import { localParts, offsetAt } from "../../../server/shared/zone.js";
import { zoneTable } from "../../../server/shared/zone-table.js";

const ZONES = [
  "America/Bogota",
  "America/Mexico_City",
  "America/Tijuana",
  "America/Cancun",
  "America/Hermosillo",
  "America/Sao_Paulo",
  "America/Manaus",
  "America/Noronha",
  "America/New_York",
  "America/Los_Angeles",
  "America/St_Johns",
  "America/Havana",
  "America/Caracas",
  "America/Santiago",
  "America/Asuncion",
  "America/Lima",
  "America/Argentina/Buenos_Aires",
  "Atlantic/Canary",
  "Europe/Madrid",
  "Europe/London",
  "Africa/Casablanca",
  "Africa/Cairo",
  "Asia/Kolkata",
  "Asia/Kathmandu",
  "Asia/Gaza",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "Pacific/Chatham",
  "UTC",
];

function byLuxon(zone: string, at: number) {
  const local = DateTime.fromMillis(at, { zone });
  return { date: local.toISODate(), minuteOfDay: local.hour * 60 + local.minute, weekday: local.weekday };
}

// The tables end in 2060; what is beyond keeps the last offset, and `decide` refuses to answer there.
describe("the zone tables and Luxon read the same wall clock", () => {
  it("at any instant from 1990 to 2040, in any zone", () => {
    const instant = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2040, 0, 1) });
    const same = fc.property(fc.constantFrom(...ZONES), instant, (zone, at) => {
      expect(localParts(zone, at)).toEqual(byLuxon(zone, at));
    });
    fc.assert(same, { numRuns: 20_000 });
  });

  it("in the second before and the second of every change of every zone since 1990", () => {
    for (const zone of ZONES) {
      for (const change of zoneTable(zone).starts.filter((start) => start >= Date.UTC(1990, 0, 1) && start < Date.UTC(2040, 0, 1))) {
        expect([zone, localParts(zone, change - 1)]).toEqual([zone, byLuxon(zone, change - 1)]);
        expect([zone, localParts(zone, change)]).toEqual([zone, byLuxon(zone, change)]);
      }
    }
  });

  it("knows that Mexico City and São Paulo gave up summer time", () => {
    expect(offsetAt("America/Mexico_City", Date.UTC(2026, 6, 1))).toBe(-6 * 3_600_000);
    expect(offsetAt("America/Sao_Paulo", Date.UTC(2026, 0, 15))).toBe(-3 * 3_600_000);
  });
});

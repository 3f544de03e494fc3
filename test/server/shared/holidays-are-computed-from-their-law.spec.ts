import { describe, expect, it } from "@jest/globals";
import { easterSunday, holidaysOf } from "../../../server/shared/holidays.js";

describe("holidays", () => {
  it.each([
    [1961, "1961-04-02"],
    [2000, "2000-04-23"],
    [2008, "2008-03-23"],
    [2011, "2011-04-24"],
    [2026, "2026-04-05"],
    [2027, "2027-03-28"],
    [2038, "2038-04-25"],
  ])("Easter of %i is %s", (year, date) => {
    expect(easterSunday(year)).toBe(date);
  });

  it("move to the Monday that follows, and stay where they are on a Monday", () => {
    const definitions = [{ name: "San Pedro y San Pablo", on: { month: 6, day: 29 }, observed: "next_monday" }] as const;
    expect([...holidaysOf(definitions, 2026).keys()]).toEqual(["2026-06-29"]);
    expect([...holidaysOf(definitions, 2027).keys()]).toEqual(["2027-07-05"]);
  });

  it("move by a table of weekdays, earlier or later, and stay on the days it does not name", () => {
    const definitions = [{ name: "Dia Estadual do Evangélico", on: { month: 11, day: 30 }, observed: { 2: -1, 4: 1 } }] as const;
    const kept = [2023, 2024, 2025, 2026, 2027, 2028, 2029, 2030].flatMap((year) => [...holidaysOf(definitions, year).keys()]);
    expect(kept).toEqual(["2023-12-01", "2024-11-30", "2025-11-30", "2026-11-30", "2027-11-29", "2028-12-01", "2029-11-30", "2030-11-30"]);
  });

  it("that are moved over the turn of the year are found in the year they are kept in", () => {
    const definitions = [
      { name: "Last day", on: { month: 12, day: 31 }, observed: "next_monday", fromYear: 2027 },
      { name: "First day", on: { month: 1, day: 1 }, observed: { 5: -1 } },
    ] as const;
    // 31 December 2027 and 1 January 2027 are Fridays.
    expect([...holidaysOf(definitions, 2026)]).toEqual([
      ["2026-01-01", "First day"],
      ["2026-12-31", "First day"],
    ]);
    expect([...holidaysOf(definitions, 2027).keys()]).toEqual([]);
    expect([...holidaysOf(definitions, 2028)]).toEqual([
      ["2028-01-01", "First day"],
      ["2028-01-03", "Last day"],
    ]);
  });

  it("are not kept in a year that has no such day", () => {
    const definitions = [
      { name: "29 February", on: { month: 2, day: 29 } },
      { name: "Fifth Friday of February", on: { month: 2, weekday: 5, nth: 5 } },
    ] as const;
    expect([2026, 2027, 2028].flatMap((year) => [...holidaysOf(definitions, year).keys()])).toEqual(["2028-02-29"]);
  });

  it("fall on the nth or last weekday of a month", () => {
    const definitions = [
      { name: "Día de la Constitución", on: { month: 2, weekday: 1, nth: 1 } },
      { name: "Last Monday of December", on: { month: 12, weekday: 1, nth: -1 } },
    ] as const;
    expect([...holidaysOf(definitions, 2027).keys()]).toEqual(["2027-02-01", "2027-12-27"]);
  });

  it("begin, end and recur with their law", () => {
    const definitions = [
      { name: "Transmisión del Poder Ejecutivo", on: { month: 10, day: 1 }, fromYear: 2024, untilYear: 2036, everyYears: 6 },
    ] as const;
    expect([2023, 2024, 2025, 2030, 2036, 2042].filter((year) => holidaysOf(definitions, year).size > 0)).toEqual([2024, 2030, 2036]);
  });

  it("share a date without hiding each other", () => {
    const definitions = [
      { name: "A", on: { month: 6, day: 1 } },
      { name: "B", on: { month: 6, day: 1 } },
    ] as const;
    expect(holidaysOf(definitions, 2026).get("2026-06-01")).toBe("A; B");
  });
});

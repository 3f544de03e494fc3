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

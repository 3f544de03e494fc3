import { expect, it } from "@jest/globals";
import { HOUR, toIso } from "../../../server/shared/instant.js";
import { shownIntervals } from "../../../server/shared/zone.js";

const shown = (zone: string, date: string, from: number, to: number) =>
  shownIntervals(zone, date, from, to).map(({ start, end }) => [toIso(start).slice(0, 16), (end - start) / HOUR]);

it.each([
  // 1:00 to 2:00 comes twice; the window goes on through both.
  ["America/New_York", "2026-11-01", 60, 120, [["2026-11-01T05:00", 2]]],
  // Half of it, twice, with half an hour between.
  [
    "America/New_York",
    "2026-11-01",
    60,
    90,
    [
      ["2026-11-01T05:00", 0.5],
      ["2026-11-01T06:00", 0.5],
    ],
  ],
  // 2:00 to 3:00 does not come.
  ["America/New_York", "2026-03-08", 120, 180, []],
  ["America/New_York", "2026-03-08", 90, 210, [["2026-03-08T06:30", 1]]],
  // The day begins at 1:00 and ends at 24:00.
  ["America/Santiago", "2026-09-06", 0, 1_440, [["2026-09-06T04:00", 23]]],
  // Its last hour comes twice.
  ["America/Santiago", "2026-04-04", 1_380, 1_440, [["2026-04-05T02:00", 2]]],
  // Midnight itself comes twice.
  ["America/Havana", "2026-11-01", 0, 60, [["2026-11-01T04:00", 2]]],
  ["Australia/Lord_Howe", "2026-04-05", 90, 120, [["2026-04-04T14:30", 1]]],
  // A day that was left out.
  ["Pacific/Apia", "2011-12-30", 0, 1_440, []],
] as const)("in %s on %s from minute %i to %i", (zone, date, from, to, expected) => {
  expect(shown(zone, date, from, to)).toEqual(expected);
});

it.each(["America/Santiago", "America/Havana", "Pacific/Apia", "Africa/Cairo", "Pacific/Chatham"])(
  "the days of %s leave no instant out",
  (zone) => {
    const year = zone === "Pacific/Apia" ? 2011 : 2026;
    const days = Array.from({ length: 365 }, (_, i) => new Date(Date.UTC(year, 0, 1 + i)).toISOString().slice(0, 10));
    const all = days.flatMap((date) => shownIntervals(zone, date, 0, 1_440)).toSorted((a, b) => a.start - b.start);
    expect(all.slice(1).every(({ start }, i) => start === all[i]!.end)).toBe(true);
  },
);

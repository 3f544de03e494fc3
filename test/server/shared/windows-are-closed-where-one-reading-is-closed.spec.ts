import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { DateTime } from "luxon";
import { MINUTE } from "../../../server/shared/instant.js";
import { localParts, wholeDay, windowInterval } from "../../../server/shared/zone.js";

const utc = (text: string) => Date.parse(`${text}Z`);

describe("a local window as a UTC interval", () => {
  it("is the plain interval on a plain day", () => {
    expect(windowInterval("America/Bogota", "2026-11-20", 7 * 60, 19 * 60)).toEqual({
      start: utc("2026-11-20T12:00"),
      end: utc("2026-11-21T00:00"),
    });
  });

  it("follows the wall clock over a change", () => {
    expect(windowInterval("America/New_York", "2027-03-13", 480, 1260)?.start).toBe(utc("2027-03-13T13:00"));
    expect(windowInterval("America/New_York", "2027-03-14", 480, 1260)?.start).toBe(utc("2027-03-14T12:00"));
  });

  it("opens at the jump when its opening minute does not exist", () => {
    expect(windowInterval("America/New_York", "2027-03-14", 150, 300)).toEqual({
      start: utc("2027-03-14T07:00"),
      end: utc("2027-03-14T09:00"),
    });
  });

  it("closes at the jump when its closing minute does not exist", () => {
    expect(windowInterval("America/New_York", "2027-03-14", 60, 150)).toEqual({
      start: utc("2027-03-14T06:00"),
      end: utc("2027-03-14T07:00"),
    });
  });

  it("does not exist when the clock jumps over all of it", () => {
    expect(windowInterval("America/New_York", "2027-03-14", 125, 175)).toBeNull();
    expect(windowInterval("Pacific/Apia", "2011-12-30", 0, 1440)).toBeNull();
  });

  it("opens at the later and closes at the earlier of two equal readings", () => {
    // 2026-11-01, New York: 01:00–02:00 comes twice, from 05:00Z and from 06:00Z.
    expect(windowInterval("America/New_York", "2026-11-01", 90, 300)?.start).toBe(utc("2026-11-01T06:30"));
    expect(windowInterval("America/New_York", "2026-11-01", 0, 90)?.end).toBe(utc("2026-11-01T05:30"));
    expect(windowInterval("America/New_York", "2026-11-01", 60, 90)).toBeNull();
  });

  it("never contains an instant whose reading, by Luxon, is outside it", () => {
    const zones = [
      "America/New_York",
      "America/Santiago",
      "America/Havana",
      "Australia/Lord_Howe",
      "Africa/Casablanca",
      "America/St_Johns",
      "America/Sao_Paulo",
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 365 * 40 }),
        fc.integer({ min: 0, max: 1439 }),
        fc.integer({ min: 1, max: 1440 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (zone, day, from, length, share) => {
          const date = DateTime.utc(1995, 1, 1).plus({ days: day }).toISODate()!;
          const to = Math.min(1440, from + length);
          const interval = windowInterval(zone, date, from, to);
          if (!interval) return;
          const at = Math.min(interval.end - 1, Math.floor(interval.start + share * (interval.end - interval.start)));
          const local = DateTime.fromMillis(at, { zone });
          expect(local.toISODate()).toBe(date);
          const minute = local.hour * 60 + local.minute;
          expect(minute >= from && minute < to).toBe(true);
        },
      ),
      { numRuns: 10_000 },
    );
  });

  it("together with the next day leaves no minute without a date", () => {
    // St. John's changed at 00:01 and fell back into the day before.
    const { start, end } = wholeDay("America/St_Johns", "2006-10-28");
    for (let at = start; at < end + 120 * MINUTE; at += MINUTE) {
      const { date } = localParts("America/St_Johns", at);
      const day = wholeDay("America/St_Johns", date);
      expect(at >= day.start && at < day.end).toBe(true);
    }
  });
});

import { expect, it } from "@jest/globals";
import { lastSlot, nextSlot } from "../../../../../../server/modules/kpis/reports/schedules/domain/report-slot.js";

const BOGOTA = { zone: "America/Bogota", minute: 7 * 60, workingDays: false, holidaysOf: null } as const;
const at = (iso: string) => Date.parse(iso);
const told = (slot: ReturnType<typeof lastSlot>) => slot && [new Date(slot.at).toISOString(), slot.day];

it("a digest each morning, of the day before", () => {
  expect(told(lastSlot({ ...BOGOTA, kind: "daily" }, at("2026-11-20T11:59:59Z")))).toEqual(["2026-11-19T12:00:00.000Z", "2026-11-18"]);
  expect(told(lastSlot({ ...BOGOTA, kind: "daily" }, at("2026-11-20T12:00:00Z")))).toEqual(["2026-11-20T12:00:00.000Z", "2026-11-19"]);
  expect(told(nextSlot({ ...BOGOTA, kind: "daily" }, at("2026-11-20T12:00:00Z")))).toEqual(["2026-11-21T12:00:00.000Z", "2026-11-20"]);
});

it("on working days Monday's tells of Friday, and the weekend has none", () => {
  const working = { ...BOGOTA, workingDays: true, kind: "daily" } as const;
  expect(told(nextSlot(working, at("2026-11-20T20:00:00Z")))).toEqual(["2026-11-23T12:00:00.000Z", "2026-11-20"]);
  expect(told(lastSlot(working, at("2026-11-22T20:00:00Z")))).toEqual(["2026-11-20T12:00:00.000Z", "2026-11-19"]);
});

it("a week on Monday, a month on its first day, or its first working day", () => {
  expect(told(lastSlot({ ...BOGOTA, kind: "weekly" }, at("2026-11-26T00:00:00Z")))).toEqual(["2026-11-23T12:00:00.000Z", "2026-11-22"]);
  expect(told(nextSlot({ ...BOGOTA, kind: "monthly" }, at("2026-10-15T00:00:00Z")))).toEqual(["2026-11-01T12:00:00.000Z", "2026-10-31"]);
  const working = { ...BOGOTA, workingDays: true, kind: "monthly" } as const;
  expect(told(nextSlot(working, at("2026-10-15T00:00:00Z")))).toEqual(["2026-11-02T12:00:00.000Z", "2026-10-31"]);
});

it("where the clock jumps over the hour, at the jump; where an hour comes twice, once", () => {
  const cairo = { zone: "Africa/Cairo", minute: 0, workingDays: false, holidaysOf: null, kind: "daily" } as const;
  expect(told(lastSlot(cairo, at("2026-04-24T12:00:00Z")))).toEqual(["2026-04-23T22:00:00.000Z", "2026-04-23"]);
  const newYork = { zone: "America/New_York", minute: 90, workingDays: false, holidaysOf: null, kind: "daily" } as const;
  const slots = new Set<number>();
  for (let hour = 0; hour < 48; hour++) slots.add(lastSlot(newYork, at("2026-10-31T12:00:00Z") + hour * 3_600_000)!.at);
  expect([...slots].map((slot) => new Date(slot).toISOString())).toEqual([
    "2026-10-31T05:30:00.000Z",
    "2026-11-01T06:30:00.000Z",
    "2026-11-02T06:30:00.000Z",
  ]);
});

it("after a week of outage one digest is due, not seven", () => {
  expect(told(lastSlot({ ...BOGOTA, kind: "daily" }, at("2026-11-27T15:00:00Z")))?.[1]).toBe("2026-11-26");
});

it("a run on a holiday of the country that is named waits for the next working day, and the digest then tells of the last one", () => {
  const colombia = { ...BOGOTA, workingDays: true, holidaysOf: "CO" } as const;
  // Monday 2 November 2026 is All Saints' there, and Friday 1 January a holiday everywhere.
  expect(told(nextSlot({ ...colombia, kind: "daily" }, at("2026-10-30T20:00:00Z")))).toEqual(["2026-11-03T12:00:00.000Z", "2026-10-30"]);
  expect(told(nextSlot({ ...colombia, kind: "weekly" }, at("2026-10-30T20:00:00Z")))).toEqual(["2026-11-03T12:00:00.000Z", "2026-11-01"]);
  expect(told(nextSlot({ ...colombia, kind: "monthly" }, at("2026-12-20T20:00:00Z")))).toEqual(["2027-01-04T12:00:00.000Z", "2026-12-31"]);
  const kept = { ...colombia, holidaysOf: null } as const;
  expect(told(nextSlot({ ...kept, kind: "weekly" }, at("2026-10-30T20:00:00Z")))?.[0]).toBe("2026-11-02T12:00:00.000Z");
  // Not on working days alone, only the holiday itself is passed over.
  const each = { ...colombia, workingDays: false, kind: "daily" } as const;
  expect(told(nextSlot(each, at("2026-11-01T20:00:00Z")))).toEqual(["2026-11-03T12:00:00.000Z", "2026-11-01"]);
});

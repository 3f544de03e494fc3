import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { type BusinessHours, workingTime } from "../../../../../server/modules/kpis/metrics/domain/arithmetic/business-clock.js";
import { inquiryWait } from "../../../../../server/modules/kpis/metrics/domain/cases/inquiry-wait.js";
import { HOUR, MINUTE } from "../../../../../server/shared/instant.js";

const OPEN = [[9 * 60, 18 * 60]] as const;
const office: BusinessHours = { zone: "America/Bogota", hours: { 1: OPEN, 2: OPEN, 3: OPEN, 4: OPEN, 5: OPEN }, holidays: new Set() };
const at = (wall: string, offset = "-05:00") => Date.parse(`${wall}:00${offset}`);

describe("working time", () => {
  it("from Friday 17:30 to Monday 9:45 is 1 h 15 min", () => {
    expect(workingTime(office, at("2026-11-20T17:30"), at("2026-11-23T09:45"))).toBe(75 * MINUTE);
  });

  it("stands still on a holiday", () => {
    const closed = { ...office, holidays: new Set(["2026-11-23"]) };
    expect(workingTime(closed, at("2026-11-20T17:30"), at("2026-11-24T09:45"))).toBe(75 * MINUTE);
  });

  it("takes the break at noon out", () => {
    const noon = {
      ...office,
      hours: {
        1: [
          [540, 720],
          [780, 1080],
        ] as const,
      },
    };
    expect(workingTime(noon, at("2026-11-23T11:00"), at("2026-11-23T14:00"))).toBe(2 * HOUR);
  });

  it("is as long as the night was on which the clock was changed", () => {
    const always: BusinessHours = { zone: "America/New_York", hours: { 7: [[0, 1440]] }, holidays: new Set() };
    expect(workingTime(always, at("2026-11-01T00:00", "-04:00"), at("2026-11-02T00:00"))).toBe(25 * HOUR);
    expect(workingTime(always, at("2026-03-08T00:00"), at("2026-03-09T00:00", "-04:00"))).toBe(23 * HOUR);
  });

  it("of two stretches is that of both together, and never more than the wall's", () => {
    const start = at("2026-11-01T00:00");
    const minutes = fc.nat(60 * 24 * 40);
    fc.assert(
      fc.property(minutes, minutes, minutes, (a, b, c) => {
        const [x, y, z] = [start, start + a * MINUTE, start + (a + b) * MINUTE].toSorted((m, n) => m - n) as [number, number, number];
        const end = z + c * MINUTE;
        expect(workingTime(office, x, y) + workingTime(office, y, end)).toBe(workingTime(office, x, end));
        expect(workingTime(office, x, end)).toBeLessThanOrEqual(end - x);
      }),
      { numRuns: 40 },
    );
  });

  it("has a clear answer to a zone that does not exist", () => {
    expect(() => workingTime({ ...office, zone: "Nowhere" }, 0, 1)).toThrow(expect.objectContaining({ code: "metric.zone_unknown" }));
    expect(() => workingTime(office, 0, at("2026-11-20T17:30"))).toThrow(expect.objectContaining({ code: "metric.wait_too_long" }));
  });
});

describe("an inquiry", () => {
  const receivedAt = at("2026-11-20T17:30");
  const seen = (answeredAt: number | null, resolvedAt: number | null, now: number) =>
    inquiryWait({ receivedAt, answeredAt, resolvedAt }, office, now);

  it("is in time by working hours, and resolved by the wall's", () => {
    const monday = at("2026-11-23T09:45");
    expect(seen(monday, monday, monday)).toEqual({ wait: 75 * MINUTE, answered: "in_time", resolved: "late" });
  });

  it("that nobody answered is open until its time is up, and late for ever after", () => {
    expect(seen(null, null, at("2026-11-23T12:29"))).toMatchObject({ wait: null, answered: "open" });
    expect(seen(null, null, at("2026-11-23T12:31"))).toMatchObject({ wait: null, answered: "late" });
    expect(seen(at("2026-11-23T14:00"), null, at("2026-11-23T14:00"))).toMatchObject({ answered: "late" });
  });
});

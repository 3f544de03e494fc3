import { describe, expect, it } from "@jest/globals";
import { calendarDate, presetDays, previousDays, usualPreset } from "../../../admin-ui/src/features/overview/periods.js";

describe("the days of the overview", () => {
  it("presets end with the day that is known, and whole months are whole", () => {
    expect(presetDays("month", "2026-11-25")).toEqual({ from: "2026-11-01", to: "2026-11-25" });
    expect(presetDays("lastMonth", "2026-03-31")).toEqual({ from: "2026-02-01", to: "2026-02-28" });
    expect(presetDays("days7", "2026-03-03")).toEqual({ from: "2026-02-25", to: "2026-03-03" });
    expect(presetDays("year", "2026-11-25")).toEqual({ from: "2026-01-01", to: "2026-11-25" });
  });

  it("part of a month stands beside the same days of the month before, a whole month beside a whole one", () => {
    expect(previousDays({ from: "2026-11-01", to: "2026-11-25" })).toEqual({ from: "2026-10-01", to: "2026-10-25" });
    expect(previousDays({ from: "2026-03-01", to: "2026-03-30" })).toEqual({ from: "2026-02-01", to: "2026-02-28" });
    expect(previousDays({ from: "2026-02-01", to: "2026-02-28" })).toEqual({ from: "2026-01-01", to: "2026-01-31" });
    expect(previousDays({ from: "2026-12-01", to: "2026-12-31" })).toEqual({ from: "2026-11-01", to: "2026-11-30" });
  });

  it("any other days stand beside as many days before them", () => {
    expect(previousDays({ from: "2026-11-19", to: "2026-11-25" })).toEqual({ from: "2026-11-12", to: "2026-11-18" });
    expect(previousDays({ from: "2026-11-25", to: "2026-11-25" })).toEqual({ from: "2026-11-24", to: "2026-11-24" });
  });

  it("an address may say anything; only days that exist are taken", () => {
    expect(calendarDate("2026-02-29")).toBeUndefined();
    expect(calendarDate("2026-2-1")).toBeUndefined();
    expect(calendarDate(["2026-02-01"])).toBeUndefined();
    expect(calendarDate("2028-02-29")).toBe("2028-02-29");
  });
});

it("a month of a few days is not what is shown first", () => {
  expect(["2026-12-01", "2026-12-07", "2026-12-08", "2026-12-31"].map(usualPreset)).toEqual(["days30", "days30", "month", "month"]);
});

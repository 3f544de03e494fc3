import { describe, expect, it } from "@jest/globals";
import { DateEvidence, isImplausible, readCellDate } from "../../../../../server/modules/imports/rows/domain/date-format.js";

function column(...values: string[]): (string | null)[] {
  const evidence = new DateEvidence();
  for (const value of values) evidence.see(value);
  return values.map((value) => readCellDate(value, evidence.order));
}

describe("dates of a column", () => {
  it("refuses what could be two dates when nothing tells, and reads the others", () => {
    expect(column("03/04/2026", "05/05/2026", "2026-03-04")).toEqual([null, "2026-05-05", "2026-03-04"]);
  });

  it("lets one date that can be read one way only settle the others", () => {
    expect(column("03/04/2026", "12/25/2026")).toEqual(["2026-03-04", "2026-12-25"]);
    expect(column("03-04-2026", "25-12-2026")).toEqual(["2026-04-03", "2026-12-25"]);
  });

  it("reads ISO dates whatever the others are, and drops a spreadsheet's midnight", () => {
    expect(column("2026-04-03", "12/25/2026", "2026-01-05 00:00:00", "20260131")).toEqual([
      "2026-04-03",
      "2026-12-25",
      "2026-01-05",
      "2026-01-31",
    ]);
  });

  it("takes the day out of a date with a time, and leaves a time of another zone alone", () => {
    const times = ["0:00", "12:00:00 AM", "12:00:00 a. m.", "23:59", "14:35:07.120", "T14:35:07"];
    const days = column("31/03/2026", ...times.map((time) => (time.startsWith("T") ? `03/04/2026${time}` : `03/04/2026 ${time}`)));
    expect(days).toEqual(["2026-03-31", ...times.map(() => "2026-04-03")]);
    expect(column("2026-03-31T23:00:00Z", "2026-03-31T00:00:00Z", "2026-03-31 9:99")).toEqual([null, "2026-03-31", null]);
  });

  it("refuses what could be two dates when the column contradicts itself", () => {
    expect(column("25/12/2026", "12/25/2026", "03/04/2026", "05/05/2026")).toEqual(["2026-12-25", "2026-12-25", null, "2026-05-05"]);
  });

  it("refuses dates that do not exist, short years and other text", () => {
    expect(column("30/02/2026", "2026-02-30", "3/4/26", "tomorrow", "")).toEqual([null, null, null, null, null]);
  });
});

it("takes what is a lifetime away for no date", () => {
  const today = "2026-11-30";
  for (const date of ["1899-12-30", "1900-01-01", "9999-12-31", "0226-03-05", "1985-12-31", "2067-01-01"])
    expect([date, isImplausible(date, today)]).toEqual([date, true]);
  for (const date of ["1986-01-01", "2026-11-25", "2066-12-31"]) expect([date, isImplausible(date, today)]).toEqual([date, false]);
});

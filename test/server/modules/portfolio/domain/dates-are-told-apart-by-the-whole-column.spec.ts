import { describe, expect, it } from "@jest/globals";
import { DateEvidence, readDate } from "../../../../../server/modules/portfolio/domain/date-format.js";

function column(...values: string[]): (string | null)[] {
  const evidence = new DateEvidence();
  for (const value of values) evidence.see(value);
  return values.map((value) => readDate(value, evidence.order));
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

  it("refuses what could be two dates when the column contradicts itself", () => {
    expect(column("25/12/2026", "12/25/2026", "03/04/2026", "05/05/2026")).toEqual(["2026-12-25", "2026-12-25", null, "2026-05-05"]);
  });

  it("refuses dates that do not exist, short years and other text", () => {
    expect(column("30/02/2026", "2026-02-30", "3/4/26", "tomorrow", "")).toEqual([null, null, null, null, null]);
  });
});

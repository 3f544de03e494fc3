import { expect, it } from "@jest/globals";
import { cardSheet } from "../../../admin-ui/src/features/overview/workbook.js";

const head = {
  title: "Balance by age",
  account: "Alameda Hogar",
  lines: ["Period 1–25 Nov, currency COP", "Data as of 25 Nov, America/Bogota"],
};

it("says what it is of, and holds numbers and days as such and text as text", () => {
  const rows = cardSheet(head, {
    columns: ["Stage", "COP", "Debts", "Since", "Note"],
    rows: [{ cells: ["1–30 days", "COP 1,234.50", "7", "1 Nov", "=1+1"], raw: ["d1_30", "1234.50", 7, "2026-11-01", "=1+1"] }],
  });
  expect(rows.slice(0, 4)).toEqual([
    [{ value: "Alameda Hogar: Balance by age", type: String, fontWeight: "bold" }],
    [{ value: "Period 1–25 Nov, currency COP", type: String }],
    [{ value: "Data as of 25 Nov, America/Bogota", type: String }],
    [],
  ]);
  expect(rows[5]).toEqual([
    { value: "1–30 days", type: String },
    { value: 1234.5, type: Number },
    { value: 7, type: Number },
    { value: new Date("2026-11-01T00:00:00Z"), type: Date, format: "yyyy-mm-dd" },
    { value: "=1+1", type: String },
  ]);
});

it("what a number would lose a digit of, and what only looks like one, stays text", () => {
  const [, , , , , row] = cardSheet(head, {
    columns: ["a", "b", "c", "d"],
    rows: [{ cells: ["x"], raw: ["x", "12345678901234567890", "007", ""] }],
  });
  expect(row).toEqual([
    { value: "x", type: String },
    { value: "12345678901234567890", type: String },
    { value: "007", type: String },
    null,
  ]);
});

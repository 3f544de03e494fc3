import { expect, it } from "@jest/globals";
import { sourceFromText } from "../../../../../server/modules/imports/file/csv-source.adapter.js";
import { readTable } from "../../../../../server/modules/imports/file/table.adapter.js";

const HEADER = ["external_id", "name", "reference", "balance", "currency", "due_date"];
const ROWS = [
  ["C-1", "Ana", "F-1", "1", "COP", "2026-03-31"],
  ["C-2", "Luis", "F-2", "2", "COP", "2026-03-31"],
  ["C-3", "Eva", "F-3", "3", "COP", "2026-03-31"],
];

async function rowsOf(text: string): Promise<{ line: number; cells: readonly string[] }[]> {
  const table = await readTable(sourceFromText("a.csv", text), "debts");
  const rows = [];
  for await (const row of table.rows()) rows.push(row);
  return rows;
}

const lines = (separator: string, ends: readonly string[]) =>
  [HEADER, ...ROWS].map((cells, index) => cells.join(separator) + (ends[index] ?? "")).join("");

it.each([
  ["Windows", ["\r\n", "\r\n", "\r\n", "\r\n"]],
  ["Unix", ["\n", "\n", "\n", ""]],
  ["the old Macintosh", ["\r", "\r", "\r", ""]],
  ["several files put together", ["\r\n", "\n", "\r", "\r\n"]],
])("reads the lines of %s", async (_, ends) => {
  expect(await rowsOf(lines(";", ends))).toEqual(ROWS.map((cells, index) => ({ line: index + 2, cells })));
});

it.each([",", ";", "\t", "|"])("finds the separator %j by what the header says", async (separator) => {
  expect((await rowsOf(lines(separator, ["\n", "\n", "\n"]))).map(({ cells }) => cells)).toEqual(ROWS);
});

it("keeps a line break inside quotation marks, and counts it", async () => {
  const text = `${HEADER.join(",")}\r\nC-1,"Ana\nPérez",F-1,1,COP,2026-03-31\nC-2,Luis,F-2,2,COP,2026-03-31`;
  expect((await rowsOf(text)).map(({ line, cells }) => [line, cells[1]])).toEqual([
    [2, "Ana\nPérez"],
    [4, "Luis"],
  ]);
});

it.each([",", ";", "\t"])("passes over the line that tells a spreadsheet the separator %j", async (separator) => {
  const told = `\ufeffsep=${separator}\r\n${lines(separator, ["\r\n", "\r\n", "\r\n"])}`;
  expect(await rowsOf(told)).toEqual(ROWS.map((cells, index) => ({ line: index + 3, cells })));
});

import { expect, it } from "@jest/globals";
import { sourceFromBase64, sourceFromText } from "../../../../../server/modules/imports/file/csv-source.adapter.js";
import { readTable } from "../../../../../server/modules/imports/file/table.adapter.js";
import { threadTime } from "../../../../support/growth.js";
import { textRows, workbook, zip } from "../../../../support/workbook.js";

const HEADER = ["external_id", "name", "reference", "balance", "currency", "due_date"];
const ROW = ["C-1", "Ana", "F-1", "100", "COP", "2026-11-25"];
const cell = (text: string, reference = "") => `<c${reference && ` r="${reference}"`} t="inlineStr"><is><t>${text}</t></is></c>`;
const row = (inside: string, attributes = "") => `<row${attributes}>${inside}</row>`;
const good = ROW.map((text) => cell(text)).join("");

/** All rows of a workbook, and how long all of their texts are. */
async function read(rows: string, strings: readonly string[] = []) {
  return readBytes(workbook([{ name: "A", rows: textRows([HEADER]) + rows }], strings));
}

async function readBytes(bytes: Buffer) {
  const table = await readTable(sourceFromBase64("a.xlsx", bytes.toString("base64")), "debts");
  let cells = 0;
  for await (const found of table.rows()) cells += found.cells.length;
  return { rows: table.count, cells };
}

/** What a workbook takes, as a multiple of what the same amount of honest rows takes. */
async function costOf(hostile: () => Promise<unknown>, honest: () => Promise<unknown>): Promise<number> {
  let [worst, best] = [Infinity, Infinity];
  for (let attempt = 0; attempt < 3; attempt++) {
    worst = Math.min(worst, await timeOf(hostile));
    best = Math.min(best, await timeOf(honest));
  }
  return worst / best;
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const started = threadTime();
  await work().catch(() => {});
  return threadTime() - started;
}

it("a format of a million brackets costs no more than any", async () => {
  const styles = (code: string) =>
    `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="${code}"/></numFmts><cellXfs>${'<xf numFmtId="164"/>'.repeat(1_000)}</cellXfs></styleSheet>`;
  const whole = (code: string) =>
    zip({
      "_rels/.rels": "<Relationships/>",
      "xl/workbook.xml": '<workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="a"/></sheets></workbook>',
      "xl/_rels/workbook.xml.rels":
        '<Relationships><Relationship Id="a" Type="x/worksheet" Target="s.xml"/><Relationship Id="b" Type="x/styles" Target="t.xml"/></Relationships>',
      "xl/s.xml": `<worksheet><sheetData>${textRows([HEADER])}${row(good)}</sheetData></worksheet>`,
      "xl/t.xml": styles(code),
    });
  const [hostile, honest] = [whole("[".repeat(1_000_000)), whole(`0.${"x".repeat(1_000_000)}`)];
  expect(await readBytes(hostile)).toEqual({ rows: 1, cells: 6 });
  expect(
    await costOf(
      () => readBytes(hostile),
      () => readBytes(honest),
    ),
  ).toBeLessThan(10);
});

it("cells in the last column of a sheet cost no more than cells beside the header, and are told", async () => {
  const many = (reference: (line: number) => string) =>
    Array.from({ length: 3_000 }, (_, index) => row(good + cell("x", reference(index + 2)))).join("");
  const [far, near] = [many((line) => `XFD${line}`), many((line) => `G${line}`)];
  expect(await read(far)).toEqual({ rows: 3_000, cells: 21_000 });
  expect(
    await costOf(
      () => read(far),
      () => read(near),
    ),
  ).toBeLessThan(5);
});

it.each([
  ["rows in a row no sheet has", row(good, ' r="1e300"')],
  ["rows beyond the last", row(good, ' r="1048577"')],
  ["rows before the header", row(good, ' r="1"')],
  ["a line twice", row(good, ' r="7"') + row(good, ' r="7"')],
  ["rows without number", row(good, ' r="x"')],
  ["elements a thousand deep", row("<a>".repeat(1_000) + "</a>".repeat(1_000))],
  ["a million elements deep", "<a>".repeat(1_000_000)],
  ["a text without end", row(cell("x".repeat(3_000_000)))],
  ["a text without end that nobody reads", `<z>${"x".repeat(3_000_000)}</z>`],
  ["an element without end", `<z ${"a".repeat(3_000_000)}="1"/>`],
  ["a note without end", `<!--${"x".repeat(3_000_000)}-->`],
])("%s make a workbook none", async (_, rows) => {
  await expect(read(rows)).rejects.toMatchObject({ code: "import.xlsx_broken" });
});

it("one text that every cell names is not multiplied", async () => {
  const long = [`<t>${"x".repeat(100_000)}</t>`];
  const rows = row('<c t="s"><v>0</v></c>'.repeat(6)).repeat(50);
  await expect(read(rows, long)).rejects.toMatchObject({ code: "import.broken", detail: { params: { line: 2 } } });
  await expect(read(row(good), [`<t>${"x".repeat(200_000)}</t>`, "<t>a</t>"])).rejects.toMatchObject({ code: "import.xlsx_broken" });
});

it("a thousand columns, or a row without end, are said to be what they are", async () => {
  const wide = Array.from({ length: 201 }, (_, index) => `c${index}`).join(";");
  await expect(readTable(sourceFromText("a.csv", `${wide}\n1`), "debts")).rejects.toMatchObject({ code: "import.not_csv" });
  const endless = `${HEADER.join(";")}\n${ROW.join(";")}\n${"x".repeat(200_000)}\n`;
  await expect(readTable(sourceFromText("a.csv", endless), "debts")).rejects.toMatchObject({
    code: "import.broken",
    detail: { params: { line: 3 } },
  });
  expect(
    (await readTable(sourceFromText("a.csv", `${HEADER.join(";")};${"\u0301\u0316".repeat(9_000)}\n${ROW.join(";")}`), "debts")).count,
  ).toBe(1);
});

it("a cell of two digits and a hundred thousand blanks is no amount, and takes no time", async () => {
  const file = (balance: string) =>
    [HEADER, ...Array.from({ length: 200 }, () => ROW.with(3, balance))].map((cells) => cells.join(";")).join("\n");
  const [hostile, honest] = [file(`1${" ".repeat(100_000)}1`), file("1".repeat(100_002))];
  const all = async (text: string) => (await readTable(sourceFromText("a.csv", text), "debts")).count;
  expect(await all(hostile)).toBe(200);
  expect(
    await costOf(
      () => all(hostile),
      () => all(honest),
    ),
  ).toBeLessThan(10);
});

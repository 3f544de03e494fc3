import { expect, it } from "@jest/globals";
import { sourceFromBase64 } from "../../../../../server/modules/imports/file/csv-source.adapter.js";
import { readTable } from "../../../../../server/modules/imports/file/table.adapter.js";
import { textRows, workbook, zip } from "../../../../support/workbook.js";

const HEADERS = ["codigo cliente", "nombre", "telefono", "referencia", "saldo", "moneda", "fecha vencimiento"];

function open(bytes: Buffer, sheet?: string) {
  return readTable(sourceFromBase64("cartera.xlsx", bytes.toString("base64")), "debts", { sheet });
}

async function rowsOf(bytes: Buffer, sheet?: string): Promise<string[]> {
  const lines: string[] = [];
  for await (const { line, cells } of (await open(bytes, sheet)).rows()) lines.push(`${line}: ${cells.join("|")}`);
  return lines;
}

it("reads numbers without noise, dates by their format, shared and rich texts, and gaps", async () => {
  const rows = `${textRows([HEADERS])}
    <row r="3"><c r="A3" s="2"><v>42</v></c><c r="B3" t="s"><v>0</v></c><c r="C3"><v>5.73001234567E+11</v></c>
      <c r="D3" t="str"><f>1</f><v>F-1</v></c><c r="E3"><v>0.30000000000000004</v></c><c r="F3" t="s"><v>1</v></c><c r="G3" s="1"><v>46327</v></c></row>
    <row r="4"><c r="A4"/></row>
    <row r="5"><c r="A5"><v>7</v></c><c r="E5"><v>12.345</v></c><c r="G5" s="3"><v>46328.75</v></c></row>
    <row r="6"><c r="A6" t="b"><v>1</v></c><c r="B6" t="e"><v>#N/A</v></c></row>`;
  const strings = ["<r><t>Ana </t></r><r><t>Pérez</t></r><rPh><t>x</t></rPh>", "<t>COP</t>"];
  const book = workbook([{ name: "Cartera", rows }], strings);
  expect(await rowsOf(book)).toEqual([
    "3: 00042|Ana Pérez|573001234567|F-1|0.3|COP|2026-11-01",
    // A zero more: three decimals would look like thousands.
    "5: 7||||12.3450||2026-11-02",
    "6: true|#N/A|||||",
  ]);
  const old = workbook([{ name: "A", rows: `${textRows([HEADERS])}<row><c r="G2" s="1"><v>44865</v></c></row>` }], [], true);
  expect(await rowsOf(old)).toEqual(["2: ||||||2026-11-01"]);
});

it("keeps numbers out of the guessing of decimal marks", async () => {
  const balances = ["<c><v>1500</v></c>", "<c><v>12.5</v></c>", "<c><v>1.234</v></c>"];
  const rows = balances.map((cell) => `<row><c r="E2"/>${cell.replace("<c>", '<c r="E2">')}</row>`).join("");
  const { format, formats } = await open(workbook([{ name: "A", rows: textRows([HEADERS]) + rows }]));
  expect(format).toEqual({ encoding: "xlsx", delimiter: null, dates: null, decimal: "." });
  expect(formats.amounts.get("balance")).toBe(".");
});

it("takes the first visible sheet or the one that is named, and says which there are", async () => {
  const sheet = (name: string, id: string, hidden = false) => ({ name, hidden, rows: textRows([HEADERS, [id]]) });
  const book = workbook([sheet("Oculta", "0", true), sheet("Octubre", "1"), sheet("Noviembre", "2")]);
  expect(await open(book)).toMatchObject({ sheets: ["Octubre", "Noviembre"], sheet: "Octubre" });
  expect(await rowsOf(book, "Noviembre")).toEqual(["2: 2||||||"]);
  await expect(open(book, "Oculta")).rejects.toMatchObject({
    code: "import.sheet_unknown",
    detail: { params: { sheets: "Octubre, Noviembre" } },
  });
});

it("says what to do with workbooks it cannot read", async () => {
  const container = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Buffer.alloc(600)]);
  await expect(open(container)).rejects.toMatchObject({ code: "import.xls_old" });
  const encrypted = Buffer.concat([container, Buffer.from("EncryptedPackage", "utf16le")]);
  await expect(open(encrypted)).rejects.toMatchObject({ code: "import.xlsx_protected" });
  const whole = workbook([{ name: "A", rows: textRows([HEADERS, ["1"]]) }]);
  await expect(open(whole.subarray(0, whole.length - 40))).rejects.toMatchObject({ code: "import.xlsx_broken" });
  await expect(open(zip({ "content.xml": "<office/>" }))).rejects.toMatchObject({ code: "import.xlsx_broken" });
  await expect(open(workbook([{ name: "A", rows: "<row><c></row>" }]))).rejects.toMatchObject({ code: "import.xlsx_broken" });
});

it("refuses what unpacks to far more than it weighs", async () => {
  const rows = `${textRows([HEADERS])}<row><c t="inlineStr"><is><t>${"0".repeat(30_000_000)}</t></is></c></row>`;
  await expect(open(workbook([{ name: "A", rows }]))).rejects.toMatchObject({ code: "import.xlsx_too_large" });
});

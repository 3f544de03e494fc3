import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { ImportKind } from "../../../../../server/shared/import-fields.js";
import { readDebtRow } from "../../../../../server/modules/imports/rows/domain/debt-row.js";
import { languageNamed } from "../../../../../server/modules/imports/rows/languages.words.js";
import { readPaymentRow } from "../../../../../server/modules/imports/rows/domain/payment-row.js";
import { RowReader } from "../../../../../server/modules/imports/rows/domain/row-reader.js";
import { sourceFromBase64, sourceFromText } from "../../../../../server/modules/imports/file/csv-source.adapter.js";
import { readTable } from "../../../../../server/modules/imports/file/table.adapter.js";
import { readPhone } from "../../../../../server/modules/portfolio/phone-number.adapter.js";
import { textRows, workbook } from "../../../../support/workbook.js";

const DEBT = {
  external_id: "C-1",
  name: "Ana",
  document: "52410333",
  phone: "+573001234567",
  reference: "F-1",
  balance: "10.00",
  currency: "COP",
  due_date: "2026-11-25",
};
const PAYMENT = { payment_id: "P-1", reference: "F-1", external_id: "C-1", amount: "10.00", currency: "COP", value_date: "2026-11-20" };

/** What each row of a file is refused for, or loses a cell for. */
async function problemsOf(kind: ImportKind, ...rows: readonly Readonly<Record<string, string>>[]): Promise<string[]> {
  const plain: Readonly<Record<string, string>> = kind === "debts" ? DEBT : PAYMENT;
  const lines = [Object.keys(plain), ...rows.map((row) => Object.keys(plain).map((column) => row[column] ?? plain[column]!))];
  return readAll(kind, sourceFromText("a.csv", lines.map((cells) => cells.join(";")).join("\n")));
}

async function readAll(kind: ImportKind, source: Parameters<typeof readTable>[0]): Promise<string[]> {
  const table = await readTable(source, kind);
  const found: string[] = [];
  for await (const row of table.rows()) {
    const reader = new RowReader(table.map, table.formats, row);
    if (kind === "debts") readDebtRow(reader, row.line, { phone: readPhone, language: languageNamed }, "2026-11-20");
    else readPaymentRow(reader, row.line, "2026-11-20");
    found.push([...reader.problems, ...reader.warnings].map(({ column, code }) => `${column} ${code}`).join());
  }
  return found;
}

const IDENTIFYING = [
  ...(["external_id", "document", "phone", "reference"] as const).map((field) => ["debts", field] as const),
  ...(["payment_id", "external_id", "reference"] as const).map((field) => ["payments", field] as const),
];

describe.each(IDENTIFYING)("in a file of %s, the column %s", (kind, field) => {
  const code = field === "phone" ? "phone.rounded" : "cell.rounded";

  it.each(["1,01E+09", "1.01E+09", "1E+12", "1e+12", "1.0E9", "1,010305E+009", " 1,01E+09 ", "101,0E+07", "-1,01E+09"])(
    "holds no %j, which a spreadsheet rounded",
    async (rounded) => expect(await problemsOf(kind, { [field]: rounded })).toEqual([`${field} ${code}`]),
  );

  it("holds no number that looks whole where others of the column show what happened", async () => {
    const found = await problemsOf(kind, { [field]: "1,01E+09" }, { [field]: "1010000000" }, { [field]: "3001234567", country: "CO" });
    expect(found[0]).toContain(code);
    expect(found[1]).toContain(`${field} ${code}`);
    expect(found[2]).not.toContain(code);
  });
});

it.each(["12E4", "CE-10", "E+09", "1E5", "7e3", "10E+", "2026E", "1010000000", "1234567890123450", "A-1,01E+09"])(
  "%s is a number of a customer like another",
  async (id) => expect(await problemsOf("debts", { external_id: id })).toEqual([""]),
);

it("long numbers that all end where a spreadsheet stops counting were cut, unless one shows that the column is exact", async () => {
  const cut = ["1234567890123450", "9876543210123400", "4444333322221000", "17"];
  const refused = "reference cell.rounded";
  expect(await problemsOf("debts", ...cut.map((reference) => ({ reference })))).toEqual([refused, refused, refused, ""]);
  const exact = await problemsOf("debts", ...[...cut, "1234567890123456"].map((reference) => ({ reference })));
  expect(exact).toEqual(["", "", "", "", ""]);
});

it("a number of a workbook's cell with more digits than a spreadsheet keeps is one of them", async () => {
  const number = (value: string) => `<c><v>${value}</v></c>`;
  const headers = textRows([Object.keys(DEBT)]);
  const rowWith = (id: string) =>
    `<row>${Object.entries(DEBT)
      .map(([column, value]) => (column === "external_id" ? number(id) : `<c t="inlineStr"><is><t>${value}</t></is></c>`))
      .join("")}</row>`;
  const ids = ["1.2345678901234567E+18", "1234567890123456789", "1234567890123456", "1E+25", "123456789012345", "1010304050"];
  const bytes = workbook([{ name: "A", rows: headers + ids.map(rowWith).join("") }]);
  const refused = "external_id cell.rounded";
  expect(await readAll("debts", sourceFromBase64("a.xlsx", bytes.toString("base64")))).toEqual([
    refused,
    refused,
    refused,
    refused,
    "",
    "",
  ]);
});

it("two people never become one, however few digits a spreadsheet kept of their numbers", async () => {
  const number = fc.integer({ min: 100_000_000, max: 999_999_999_999 });
  await fc.assert(
    fc.asyncProperty(fc.tuple(number, number), fc.integer({ min: 1, max: 6 }), fc.constantFrom(",", "."), async (pair, digits, mark) => {
      const shown = pair.map((id) =>
        id
          .toExponential(digits - 1)
          .replace(/e\+(\d)$/, "E+0$1")
          .replace("e", "E")
          .replace(".", mark),
      );
      const found = await problemsOf("debts", ...shown.map((external_id) => ({ external_id })));
      expect(found.every((problems) => problems.includes("external_id cell.rounded"))).toBe(true);
    }),
    { numRuns: 50 },
  );
});

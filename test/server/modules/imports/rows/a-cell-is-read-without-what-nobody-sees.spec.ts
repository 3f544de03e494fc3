import { describe, expect, it } from "@jest/globals";
import { mapColumns } from "../../../../../server/modules/imports/rows/domain/columns.js";
import { readDebtRow } from "../../../../../server/modules/imports/rows/domain/debt-row.js";
import { languageNamed } from "../../../../../server/modules/imports/rows/languages.words.js";
import { FormatEvidence } from "../../../../../server/modules/imports/rows/domain/format-evidence.js";
import { RowReader } from "../../../../../server/modules/imports/rows/domain/row-reader.js";
import { readPhone } from "../../../../../server/modules/portfolio/phone-number.adapter.js";

const HEADER = ["external_id", "name", "phone", "country", "reference", "balance", "currency", "due_date"];
const PLAIN = ["C-1", "Ana Peña", "3001234567", "CO", "F-1", "10.00", "COP", "2026-03-31"];

function read(changes: Readonly<Record<string, string>>, more: readonly string[] = []) {
  const cells = [...HEADER.map((header, index) => changes[header] ?? PLAIN[index]!), ...more];
  const map = mapColumns("debts", HEADER);
  const evidence = new FormatEvidence(map);
  evidence.see(cells);
  const reader = new RowReader(map, evidence.formats, { line: 2, cells });
  const row = readDebtRow(reader, 2, { phone: readPhone, language: languageNamed }, "2026-11-20");
  const told = (problems: typeof reader.problems) => problems.map(({ column, code }) => `${column} ${code}`);
  return { row, problems: told(reader.problems), warnings: told(reader.warnings) };
}

describe("a cell of an imported file", () => {
  it("is the same with and without signs that nobody sees, and with accents in one or two signs", () => {
    const seen = read({});
    const unseen = {
      external_id: "\u200bC-1\ufeff",
      name: "Ana\u00a0Pen\u0303a",
      phone: "\u202a3001234567\u202c",
      reference: "F\u00ad-1",
      due_date: "2026-03-31\u00a0",
    };
    expect(read(unseen).row).toMatchObject({ debtor: seen.row!.debtor, debt: seen.row!.debt });
  });

  it.each(["#N/A", "#REF!", "#¡VALOR!", "#N/D", "#NOME?"])("is refused where a spreadsheet left %s", (error) => {
    const { problems, warnings } = read({ name: error, reference: error });
    expect([problems, warnings]).toEqual([["reference cell.formula_error"], ["name cell.formula_error"]]);
  });

  it("is a number of telephone even where a program wrote it with decimals", () => {
    expect(read({ phone: "3001234567.0" }).row!.debtor.phone).toBe("+573001234567");
  });
});

describe("a row of an imported file", () => {
  it("may end with separators and nothing between them", () => {
    expect(read({}, ["", " ", "\u00a0"]).problems).toEqual([]);
    expect(read({}, ["", "rest"]).problems).toEqual(["external_id row.width"]);
  });
});

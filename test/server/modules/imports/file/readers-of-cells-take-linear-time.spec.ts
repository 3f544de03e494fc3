import { expect, it } from "@jest/globals";
import { delimiterOf } from "../../../../../server/modules/imports/file/csv-table.adapter.js";
import { cellsOf } from "../../../../../server/modules/imports/file/domain/line-cells.js";
import { numberFormat, textOfNumber } from "../../../../../server/modules/imports/file/domain/number-format.js";
import { RowAssembler } from "../../../../../server/modules/imports/file/domain/row-assembler.js";
import { AmountEvidence, currencyNamed, readAmount } from "../../../../../server/modules/imports/rows/domain/amount-format.js";
import { cleanCell, hasLineBreak, isNoValue } from "../../../../../server/modules/imports/rows/domain/cell-text.js";
import { mapColumns } from "../../../../../server/modules/imports/rows/domain/columns.js";
import { readDebtRow } from "../../../../../server/modules/imports/rows/domain/debt-row.js";
import { languageNamed } from "../../../../../server/modules/imports/rows/languages.words.js";
import { couldBeTwo, DateEvidence, readCellDate } from "../../../../../server/modules/imports/rows/domain/date-format.js";
import { IMPORT_FIELDS } from "../../../../../server/shared/import-fields.js";
import { FormatEvidence } from "../../../../../server/modules/imports/rows/domain/format-evidence.js";
import { IdClaims, IdDisputes } from "../../../../../server/modules/imports/rows/domain/id-claims.js";
import { readPaymentRow } from "../../../../../server/modules/imports/rows/domain/payment-row.js";
import { namesAgree } from "../../../../../server/modules/imports/rows/domain/person-name.js";
import { RowReader } from "../../../../../server/modules/imports/rows/domain/row-reader.js";
import { readPhone } from "../../../../../server/modules/portfolio/phone-number.adapter.js";
import { chokesOn } from "../../../../support/growth.js";

/** Each reader as it is handed a cell, or a piece of a file, that somebody made to hold it up. */
const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  numberFormat: (text) => numberFormat(200, text),
  textOfNumber: (text) => [textOfNumber(text, { kind: "plain" }, false), textOfNumber("5", numberFormat(200, text), false)],
  cleanCell,
  hasLineBreak,
  isNoValue,
  readAmount: (text) => [readAmount(text, "COP", null), readAmount(text, "COP", ","), readAmount(text, "BHD", "mixed")],
  AmountEvidence: (text) => new AmountEvidence().see(text),
  currencyNamed,
  readDate: (text) => [readCellDate(text, "open"), readCellDate(text, "day_first"), couldBeTwo(text)],
  DateEvidence: (text) => new DateEvidence().see(text),
  readPhone: (text) => [readPhone(text, "CO"), readPhone(text, null)],
  namesAgree: (text) => [namesAgree(text, "Ana Diez"), namesAgree(text, text)],
  claims: (text) => {
    new IdClaims().see({ id: text, name: text });
    new IdDisputes().see({ id: text, name: text }, { line: 2, cells: [] });
  },
  headers: (text) => mapColumns("debts", [text, `${text}1`]),
  "the separator": (text) => delimiterOf(text, "debts"),
  cellsOf: (text) => [cellsOf(text, ";"), cellsOf(text, ";", "a")],
  "a file of lines": (text) => {
    const assembler = new RowAssembler(";");
    for (const line of ["a;b;c;d;e;f", ...text.replaceAll("a", '"a;\n').split("\n")]) assembler.push(line);
    assembler.end();
  },
  "a row of debts": (text) => rowOf("debts", IMPORT_FIELDS.debts, text),
  "a row of payments": (text) => rowOf("payments", IMPORT_FIELDS.payments, text),
};

function rowOf(kind: "debts" | "payments", fields: readonly string[], text: string): unknown {
  const map = mapColumns(kind, fields);
  const cells = fields.map((field) => (field === "currency" ? "COP" : field === "country" ? "MX" : text));
  const evidence = new FormatEvidence(map, { separator: ";" });
  evidence.see(cells);
  const reader = new RowReader(map, evidence.formats, { line: 2, cells });
  return kind === "debts"
    ? readDebtRow(reader, 2, { phone: readPhone, language: languageNamed }, "2026-11-20")
    : readPaymentRow(reader, 2, "2026-11-20");
}

it.each(Object.keys(READERS))("%s", (name) => {
  expect(chokesOn(READERS[name]!)).toBeNull();
});

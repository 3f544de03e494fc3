import { expect, test } from "@jest/globals";
import { PaymentReport } from "../../../../../server/contract/payments.contract.js";
import { FormatEvidence } from "../../../../../server/modules/imports/rows/domain/format-evidence.js";
import { RowReader } from "../../../../../server/modules/imports/rows/domain/row-reader.js";
import { mapColumns } from "../../../../../server/modules/imports/rows/domain/columns.js";

function problemsOf(currency: string): string[] {
  const map = mapColumns("debts", ["moneda"]);
  const reader = new RowReader(map, new FormatEvidence(map).formats, { line: 2, cells: [currency] });
  reader.currency();
  return reader.problems.map(({ code }) => code);
}

test("none, the one for tests, metals, currencies of the past and codes nobody knows", () => {
  for (const code of ["XXX", "XTS", "XAU", "PES", "GUA", "ABC"]) expect([code, problemsOf(code)]).toEqual([code, ["currency.unknown"]]);
  for (const code of ["COP", "mxn", "BRL", "CLF", "USD"]) expect([code, problemsOf(code)]).toEqual([code, []]);
  expect(problemsOf("PESOS")).toEqual(["currency.invalid"]);
});

test("nor at the door for programs", () => {
  const payment = { externalId: "1", amount: "10", valueDate: "2026-11-25" };
  expect(PaymentReport.safeParse({ ...payment, currency: "XXX" }).success).toBe(false);
  expect(PaymentReport.safeParse({ ...payment, currency: "COP" }).success).toBe(true);
});

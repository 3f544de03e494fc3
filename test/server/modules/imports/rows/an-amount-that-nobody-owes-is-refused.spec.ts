import { expect, it } from "@jest/globals";
import { FormatEvidence } from "../../../../../server/modules/imports/rows/domain/format-evidence.js";
import { RowReader } from "../../../../../server/modules/imports/rows/domain/row-reader.js";
import { mapColumns } from "../../../../../server/modules/imports/rows/domain/columns.js";
import { fromDecimal, LARGEST_MINOR, sum } from "../../../../../server/shared/money.js";

function read(amount: string): { minor: number | null; problems: string[] } {
  const map = mapColumns("debts", ["saldo"]);
  const evidence = new FormatEvidence(map);
  evidence.see([amount]);
  const reader = new RowReader(map, evidence.formats, { line: 2, cells: [amount] });
  return { minor: reader.amount("balance", "COP"), problems: reader.problems.map(({ code }) => code) };
}

it("comes back from a file with what to do: numbers of telephones or documents were taken for amounts", () => {
  expect(read("100000000000.00")).toEqual({ minor: LARGEST_MINOR, problems: [] });
  expect(read("100000000000.01").problems).toEqual(["amount.too_large"]);
  expect(read("573001234567").problems).toEqual(["amount.too_large"]);
});

it("is refused at the other doors too", () => {
  expect(fromDecimal("100000000000.00", "COP").minor).toBe(LARGEST_MINOR);
  expect(() => fromDecimal("100000000000.01", "COP")).toThrow(expect.objectContaining({ code: "money.too_large" }));
});

it("a whole that cannot be told to the last unit is no internal error: one message is set aside, not all of an account", () => {
  const most = { minor: Number.MAX_SAFE_INTEGER, currency: "COP" };
  expect(() => sum("COP", [most, most])).toThrow(expect.objectContaining({ name: "DomainError", code: "money.too_large" }));
});

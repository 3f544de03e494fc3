import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { STAGES } from "../../../../../server/shared/stage.js";
import { decimalText, fraction } from "../../../../../server/modules/kpis/metrics/domain/arithmetic/fraction.js";
import { type RollForecast, rollForecast } from "../../../../../server/modules/kpis/metrics/domain/cases/roll-forecast.js";
import { type AccountMove, ENDINGS, rollMatrix } from "../../../../../server/modules/kpis/metrics/domain/cases/roll-moves.js";

const move = (from: AccountMove["from"], to: AccountMove["to"], amounts: Partial<AccountMove> = {}): AccountMove => ({
  from,
  to,
  before: 0,
  now: 0,
  paid: 0,
  writtenOff: 0,
  ...amounts,
});
const row = (matrix: ReturnType<typeof rollMatrix>, from: AccountMove["from"]) => matrix.rows.find((candidate) => candidate.from === from)!;

describe("the roll matrix", () => {
  const moves = [
    move("d1_30", "d31_90", { before: 200_000, now: 200_000 }),
    move("d1_30", "d1_30", { before: 500_000, now: 350_000, paid: 150_000 }),
    move("d1_30", "pre_due", { before: 100_000, now: 60_000, paid: 40_000 }),
    move("d1_30", null, { before: 120_000, paid: 120_000 }),
    move("d1_30", null, { before: 50_000, writtenOff: 50_000 }),
    move("d1_30", null, { before: 30_000, paid: 20_000 }),
    move(null, "d1_30", { now: 70_000 }),
    move("d31_90", "d31_90", { before: 10_000, now: 12_000 }),
  ];

  it("by amount: a fifth of a million is a stage worse, the rest cured, stayed, was paid, written off or closed", () => {
    const { opening, better, same, worse, cells } = row(rollMatrix(moves, "amount"), "d1_30");
    expect({ opening, better, same, worse }).toEqual({ opening: 1_000_000n, better: 60_000n, same: 350_000n, worse: 200_000n });
    expect(ENDINGS.map((ending) => cells[ending])).toEqual([330_000n, 50_000n, 10_000n]);
    expect(decimalText(fraction(worse * 100n, opening), 0)).toBe("20");
  });

  it("what is new, and what grew, stand in no row", () => {
    const matrix = rollMatrix(moves, "amount");
    expect(matrix.entered.d1_30).toBe(70_000n);
    expect(matrix.grown).toBe(2_000n);
    expect(row(matrix, "d31_90")).toMatchObject({ opening: 10_000n, same: 10_000n });
  });

  it("by accounts each stands in one column", () => {
    const { opening, cells } = row(rollMatrix(moves, "accounts"), "d1_30");
    expect(opening).toBe(6n);
    expect(["pre_due", "d1_30", "d31_90", ...ENDINGS].map((column) => cells[column as "paid"])).toEqual([1n, 1n, 1n, 2n, 1n, 0n]);
  });

  it("in whatever happens every row adds up to what was there", () => {
    const stage = fc.option(fc.constantFrom(...STAGES));
    const amount = fc.nat(10_000);
    const any = fc.record({ from: stage, to: stage, before: amount, now: amount, paid: amount, writtenOff: amount });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 20 }), (list) => {
        for (const by of ["amount", "accounts"] as const) {
          const { rows } = rollMatrix(list, by);
          for (const { from, opening, cells, better, same, worse } of rows) {
            const there = list.filter((account) => account.from === from);
            expect(opening).toBe(BigInt(by === "amount" ? there.reduce((sum, { before }) => sum + Number(before), 0) : there.length));
            expect(Object.values(cells).every((cell) => cell >= 0n)).toBe(true);
            expect(better + same + worse + ENDINGS.reduce((sum, ending) => sum + cells[ending], 0n)).toBe(opening);
          }
        }
      }),
    );
  });
});

describe("the forecast from it", () => {
  const matrix = rollMatrix(
    [
      move("d1_30", "d1_30", { before: 700, now: 300, paid: 400 }),
      move("d1_30", "d31_90", { before: 300, now: 300 }),
      move("d31_90", "d1_30", { before: 600, now: 600 }),
      move("d31_90", "d31_90", { before: 1_000, now: 200, paid: 800 }),
      move("d31_90", null, { before: 400, writtenOff: 400 }),
    ],
    "amount",
  );

  it("says what can still be collected", () => {
    const { collectable, lost } = rollForecast(matrix, { d1_30: 1_000n, d31_90: 2_000n }) as RollForecast;
    expect([collectable, lost].map((total) => decimalText(total, 2))).toEqual(["2370.37", "629.63"]);
  });

  it("says nothing of a stage it never saw move, nor of one that is never left", () => {
    expect(rollForecast(matrix, { d91_plus: 1n })).toBe("stage_unseen");
    expect(rollForecast(rollMatrix([move("due", "due", { before: 5, now: 5 })], "amount"), { due: 5n })).toBe("never_ends");
    expect(rollForecast(rollMatrix([], "amount"), {})).toBe("stage_unseen");
  });
});

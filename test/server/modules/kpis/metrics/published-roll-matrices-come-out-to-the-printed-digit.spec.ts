import { describe, expect, it } from "@jest/globals";
import { endsOf, type Shares, totalsOf, visitsOf } from "../../../../../server/modules/kpis/metrics/domain/arithmetic/absorbing-chain.js";
import { decimalFraction, decimalText, fraction } from "../../../../../server/modules/kpis/metrics/domain/arithmetic/fraction.js";

const shares = (...rows: string[]): Shares => rows.map((row) => row.split(" ").map(decimalFraction));
const printed = (matrix: Shares | null, places: number) => matrix?.map((row) => row.map((cell) => decimalText(cell, places)));
const totals = (balances: readonly number[], ends: Shares | null) =>
  totalsOf(
    balances.map((balance) => fraction(balance)),
    ends!,
  ).map((total) => decimalText(total, 2));

describe("two stages, paid and bad", () => {
  const moving = shares("0.3 0.3", "0.3 0.1");
  const ending = shares("0.4 0", "0.4 0.2");

  it("visits and ends", () => {
    expect(printed(visitsOf(moving), 3)).toEqual([
      ["1.667", "0.556"],
      ["0.556", "1.296"],
    ]);
    expect(printed(endsOf(moving, ending), 4)).toEqual([
      ["0.8889", "0.1111"],
      ["0.7407", "0.2593"],
    ]);
  });

  it("2,370.37 of 1,000 and 2,000 can be collected", () => {
    expect(totals([1_000, 2_000], endsOf(moving, ending))).toEqual(["2370.37", "629.63"]);
  });
});

it("current, one and two months: 2,333,333.33 paid and 166,666.67 bad", () => {
  const ends = endsOf(shares("0 0.2 0", "0 0.3 0.3", "0 0.6 0.1"), shares("0.8 0", "0.4 0", "0.2 0.1"));
  expect(totals([1_000_000, 900_000, 600_000], ends)).toEqual(["2333333.33", "166666.67"]);
});

it("150,000 of new sales: 149,550 paid and 450 bad", () => {
  const ends = endsOf(shares("0 0.2 0", "0 0 0.1", "0 0 0"), shares("0.8 0", "0.9 0", "0.85 0.15"));
  expect(totals([150_000, 0, 0], ends)).toEqual(["149550.00", "450.00"]);
});

it("what is never left has no end", () => {
  expect(endsOf(shares("0.5 0.5", "0.5 0.5"), shares("0", "0"))).toBeNull();
});

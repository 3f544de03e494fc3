import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { AmountEvidence, currencyNamed, readAmount } from "../../../../../server/modules/imports/rows/domain/amount-format.js";
import { toDecimal } from "../../../../../server/shared/money.js";

function column(...values: string[]): (number | null)[] {
  const evidence = new AmountEvidence();
  for (const value of values) evidence.see(value);
  return values.map((value) => readAmount(value, "COP", evidence.mark));
}

describe("amounts of a column", () => {
  it("takes the decimal mark that one value proves for all of them", () => {
    expect(column("1.500", "12,50")).toEqual([150_000, 1250]);
    expect(column("1,500", "12.50")).toEqual([150_000, 1250]);
  });

  it("reads three digits after a single mark as a group when nothing proves otherwise", () => {
    expect(column("1.500", "2.000")).toEqual([150_000, 200_000]);
    expect(column("1,500", "1.135.700,00")).toEqual([null, 113_570_000]);
  });

  it("sees that a mark after a zero or four digits cannot group", () => {
    expect(column("0.500", "1250.500")).toEqual([50, 125_050]);
  });

  it("knows currency signs, spaces, apostrophes and accountants' negatives", () => {
    expect(
      column("$ 1.234,50", "R$ 99", "1 234,5", "COP 7,00", "7,00 COP", "S/. 8,00", "1'234,50", "(12,50)", "12,50-", "-5,00", "$-5,00"),
    ).toEqual([123_450, 9900, 123_450, 700, 700, 800, 123_450, -1250, -1250, -500, -500]);
  });

  it("knows which currency a sign names, and that a bare $ names none", () => {
    const named = ["R$ 1.234,50", "1234 BRL", "US$5", "U$S 5", "(S/. 8,00)", "8,00 €", "mxn 3"].map(currencyNamed);
    expect(named).toEqual(["BRL", "BRL", "USD", "USD", "PEN", "EUR", "MXN"]);
    expect(["$ 1.234,50", "1234", ""].map(currencyNamed)).toEqual([null, null, null]);
    expect(["$ 99 MXN", "R$ 99 BRL", "MXN $ 1,00", "US$ 5 USD"].map(currencyNamed)).toEqual(["MXN", "BRL", "MXN", "USD"]);
    expect(column("$ 99,00 MXN", "R$ 99,00 BRL", "MXN $ 99,00")).toEqual([9900, 9900, 9900]);
    expect(column("U$S 5,00", "5,00 R$", "5,00 $", "MX$5,00")).toEqual([500, 500, 500, 500]);
  });

  it("takes three digits for a group only where a currency has no three decimals", () => {
    expect(["COP", "CLP", "BHD"].map((currency) => readAmount("1.500", currency, null))).toEqual([150_000, 1500, null]);
    expect(readAmount("1.500", "BHD", ".")).toBe(1500);
  });

  it("refuses what contradicts the column, has too many decimals or is no amount", () => {
    expect(column("1.5", "1,5", "1.500", "1.234,50")).toEqual([150, 150, null, 123_450]);
    expect(column("12,505", "1,00")).toEqual([null, 100]);
    expect(column("12.34.567", "abc", "$", "-", "12 34", "1e5", "")).toEqual([null, null, null, null, null, null, null]);
  });

  it("reads plain decimal text of any amount and currency back", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.constantFrom("COP", "CLP", "BHD"), (minor, currency) => {
        const text = toDecimal({ minor, currency });
        const evidence = new AmountEvidence();
        evidence.see(text);
        fc.pre(currency !== "BHD" || evidence.mark !== null);
        expect(readAmount(text, currency, evidence.mark) === minor).toBe(true);
      }),
    );
  });
});

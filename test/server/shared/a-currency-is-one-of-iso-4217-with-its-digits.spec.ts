import { describe, expect, it } from "@jest/globals";
import { formatMoney, formatNumber } from "../../../admin-ui/src/composables/format.js";
import { ISO_4217 } from "../../../server/shared/iso-4217.js";
import { formatForDebtor, fromDecimal, isIsoCurrency, minorDigits, toDecimal } from "../../../server/shared/money.js";

it.each([
  ["COP", 2],
  ["MXN", 2],
  ["BRL", 2],
  ["CLP", 0],
  ["XPF", 0],
  ["RWF", 0],
  ["BIF", 0],
  ["VUV", 0],
  ["UYI", 0],
  ["LYD", 3],
  ["IQD", 3],
  ["KWD", 3],
  ["CLF", 4],
  ["UYW", 4],
])("%s has %i minor digits, written and read back", (currency, digits) => {
  expect(minorDigits(currency)).toBe(digits);
  const text = digits === 0 ? "1234" : `1234.${"5".repeat(digits)}`;
  expect(toDecimal(fromDecimal(text, currency))).toBe(text);
  expect(fromDecimal(text, currency).minor).toBe(Number(text.replace(".", "")));
  expect(() => fromDecimal(`1234.${"5".repeat(digits + 1)}`, currency)).toThrow(expect.objectContaining({ code: "money.invalid" }));
});

it.each(["PES", "XXX", "XTS", "XAU", "MXP", "DLS", "GUA", "HRK", "cop", ""])("%s is none that anybody owes in", (code) => {
  expect(isIsoCurrency(code)).toBe(false);
  expect(minorDigits(code)).toBe(2);
});

/** `Intl` carries another list (CLDR): what is in use, by custom. Where the two differ the reason stands here. */
describe("the table agrees with a second source", () => {
  const OF_FUNDS = ["BOV", "CHE", "CHW", "CLF", "COU", "MXV", "USN", "UYI", "UYW"];
  const ONLY_THERE = {
    BGN: "withdrawn on 2026-01-01: the euro",
    ANG: "withdrawn in 2025: XCG",
    HRK: "withdrawn in 2023: the euro",
    SLL: "withdrawn in 2024: SLE",
    ZWL: "withdrawn in 2024: ZWG",
    CUC: "withdrawn in 2021",
    XDR: "a unit of account without minor unit",
    XSU: "a unit of account without minor unit",
  };
  /** Custom leaves out what is worth nothing any more; the standard keeps it. */
  const FEWER_BY_CUSTOM = "AFN ALL COP HUF IDR IQD IRR KPW LAK LBP MGA MMK PKR SOS SYP YER".split(" ");
  const known = new Set(Intl.supportedValuesOf("currency"));

  it("in its codes", () => {
    expect([...ISO_4217.keys()].filter((code) => !known.has(code)).sort()).toEqual([...OF_FUNDS, "VED"].sort());
    expect([...known].filter((code) => !ISO_4217.has(code)).sort()).toEqual(Object.keys(ONLY_THERE).sort());
  });

  it("in their digits", () => {
    const digits = (currency: string) =>
      new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
    const differing = [...ISO_4217].filter(([code, count]) => digits(code) !== count).map(([code]) => code);
    expect(differing.filter((code) => !OF_FUNDS.includes(code)).sort()).toEqual(FEWER_BY_CUSTOM);
  });
});

describe("nothing has no sign", () => {
  it.each(["-0", "-0.00", "0", "-0.0"])("%s", (text) => {
    expect(Object.is(fromDecimal(text, "COP").minor, 0)).toBe(true);
  });

  it("for the debtor and for the panel, whatever brought it", () => {
    const nothing = { minor: -0, currency: "COP" };
    expect([formatForDebtor(nothing, "es-CO"), formatMoney(nothing, "es"), formatNumber(-0, "es"), toDecimal(nothing)]).toEqual([
      "$\u00a00",
      "COP\u00a00",
      "0",
      "0.00",
    ]);
    expect(formatForDebtor({ minor: -100, currency: "COP" }, "es-CO")).toBe("−$\u00a01");
  });
});

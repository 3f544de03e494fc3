import { expect, it } from "@jest/globals";
import fc from "fast-check";
import { decimalText, fraction, order } from "../../../../../server/modules/kpis/metrics/domain/arithmetic/fraction.js";
import { SCHEDULE_COMPLIANCE } from "../../../../../server/modules/kpis/metrics/domain/definitions/quality/schedule.js";
import { inUnit, shownText } from "../../../../../server/modules/kpis/metrics/domain/shown-text.js";

const PERCENT = { unit: "percent", objectives: [] } as const;

it.each([
  [9_996n, 10_000n, "99.96"],
  [99_996n, 100_000n, "99.996"],
  [999_999n, 1_000_000n, "99.9999"],
  [10_000n, 10_000n, "100.0"],
  [10_004n, 10_000n, "100.04"],
  [4n, 10_000n, "0.04"],
  [0n, 10_000n, "0.0"],
  [820n, 950n, "86.3"],
  [10n ** 30n - 1n, 10n ** 30n, `99.${"9".repeat(28)}`],
])("%s of %s is shown as %s", (over, under, text) => {
  expect(shownText(SCHEDULE_COMPLIANCE, fraction(over, under))).toBe(text);
});

it("nor an end of the objective that was just not reached", () => {
  const conversion = { unit: "percent", objectives: [{ from: 82, to: null, source: "whatsapp_guide" }] } as const;
  expect(shownText(conversion, fraction(8_196, 10_000))).toBe("81.96");
  expect(shownText(conversion, fraction(82, 100))).toBe("82.0");
  expect(shownText(PERCENT, fraction(8_196, 10_000))).toBe("82.0");
});

it("amounts have their currency's decimals, and are exact beyond what a double holds", () => {
  const money = { unit: "money", objectives: [] } as const;
  expect(shownText(money, fraction(900_719_925_474_099_312n), "COP")).toBe("9007199254740993.12");
  expect(shownText(money, fraction(1_250), "CLP")).toBe("1250");
});

it("is on the side of every bound on which it is", () => {
  fc.assert(
    fc.property(fc.bigInt(0n, 10n ** 24n), fc.bigInt(1n, 10n ** 24n), (over, under) => {
      const value = fraction(over, under);
      const figure = inUnit(PERCENT, value);
      const [digits = "0", decimals = ""] = shownText(PERCENT, value).split(".");
      const shown = fraction(BigInt(digits + decimals), 10n ** BigInt(decimals.length));
      for (const bound of [fraction(0), fraction(100)]) expect(order(shown, bound)).toBe(order(figure, bound));
    }),
  );
});

it("rounds a half away from zero, on either side", () => {
  expect([fraction(5, 1000), fraction(-5, 1000), fraction(-4, 1000)].map((value) => decimalText(value, 2))).toEqual([
    "0.01",
    "-0.01",
    "0.00",
  ]);
});

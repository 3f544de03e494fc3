import { expect, it } from "@jest/globals";
import { countback } from "../../../../../server/modules/kpis/metrics/domain/arithmetic/countback.js";
import { decimalText } from "../../../../../server/modules/kpis/metrics/domain/arithmetic/fraction.js";
import { moneyDays } from "../../../../../server/modules/kpis/metrics/domain/cases/recovery-days.js";

const shown = (receivables: number, months: [sales: number, days: number][]) => {
  const days = countback(
    receivables,
    months.map(([sales, length]) => ({ sales, days: length })),
  );
  return days && decimalText(days, 2);
};

it("two whole months and a part of the third", () => {
  expect(
    shown(212_000, [
      [100_000, 30],
      [80_000, 30],
      [70_000, 30],
    ]),
  ).toBe("73.71");
});

it("differs by the length that months are given", () => {
  expect(
    shown(212_000, [
      [100_000, 31],
      [80_000, 30],
      [70_000, 31],
    ]),
  ).toBe("75.17");
});

it("has no value where more is owed than was ever sold, and is 0 where nothing is", () => {
  expect(
    shown(260_000, [
      [100_000, 30],
      [80_000, 30],
      [70_000, 30],
    ]),
  ).toBeNull();
  expect(
    shown(250_000, [
      [100_000, 30],
      [80_000, 30],
      [70_000, 30],
    ]),
  ).toBe("90.00");
  expect(shown(0, [[100_000, 30]])).toBe("0.00");
});

it("a month without sales passes whole", () => {
  expect(
    shown(50, [
      [0, 30],
      [100, 30],
    ]),
  ).toBe("45.00");
});

it("where nothing is sold, days to pay are weighed by the amount", () => {
  const payments = [
    { dueOn: "2026-11-01", paidOn: "2026-11-11", minor: 2_000 },
    { dueOn: "2026-11-01", paidOn: "2026-11-26", minor: 1_000 },
  ];
  expect(moneyDays(payments)).toBe(45_000n);
  expect(moneyDays([{ dueOn: "2026-11-10", paidOn: "2026-11-05", minor: 10 }])).toBe(-50n);
});

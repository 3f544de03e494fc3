import { expect, test } from "@jest/globals";
import { categoryAt, minorOfMicros, priceOn } from "../../../../../server/modules/kpis/costs/domain/message-price.js";

const price = (validFrom: string, micros: number, country = "CO", category = "utility" as const) => ({
  country,
  category,
  micros,
  currency: "USD",
  validFrom,
});
const TABLE = [price("2026-07-01", 8_000), price("2026-10-01", 9_000), price("2026-10-01", 37_000, "BR")];

test("the newest price of the country and category that held that day", () => {
  expect(priceOn(TABLE, "CO", "utility", "2026-09-30")?.micros).toBe(8_000);
  expect(priceOn(TABLE, "CO", "utility", "2026-10-01")?.micros).toBe(9_000);
  expect(priceOn(TABLE, "BR", "utility", "2026-12-01")?.micros).toBe(37_000);
  expect(priceOn(TABLE, "BR", "utility", "2026-09-30")).toBeNull();
  expect(priceOn(TABLE, "CO", "marketing", "2026-10-02")).toBeNull();
  expect(priceOn(TABLE, "MX", "utility", "2026-10-02")).toBeNull();
});

test("the category a template had when it was sent, whatever it became", () => {
  const told = [
    { template: "saldo_due_v2", language: "es", category: "UTILITY", at: 100 },
    { template: "saldo_due_v2", language: "es", category: "MARKETING", at: 200 },
  ];
  expect(categoryAt(told, "saldo_due_v2", "es", 199)).toBe("utility");
  expect(categoryAt(told, "saldo_due_v2", "es", 200)).toBe("marketing");
  expect(categoryAt(told, "saldo_due_v2", "es", 50)).toBe("utility");
  expect(categoryAt(told, "saldo_due_v2", "pt-BR", 250)).toBeNull();
});

test("millionths are added up before they are rounded to the currency's minor unit", () => {
  expect(minorOfMicros(8_000n, "USD")).toBe(1);
  expect(minorOfMicros(8_000n * 1_000n, "USD")).toBe(800);
  expect(minorOfMicros(4_999n, "USD")).toBe(0);
  expect(minorOfMicros(1_500_000n, "CLP")).toBe(2);
});

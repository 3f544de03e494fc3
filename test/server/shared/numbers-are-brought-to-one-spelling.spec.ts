import { expect, it } from "@jest/globals";
import { phoneKey } from "../../../server/shared/phone-key.js";
import { readPhone } from "../../../server/modules/portfolio/phone-number.adapter.js";

it.each([
  ["300 123 4567", "CO", "+573001234567"],
  ["573001234567", "CO", "+573001234567"],
  ["0057 300 123 4567", "CO", "+573001234567"],
  ["+52 1 55 1234 5678", "MX", "+525512345678"],
  ["(11) 98765-4321", "BR", "+5511987654321"],
  ["+57 300 123 4567", null, "+573001234567"],
])("reads %s of %s", (text, country, number) => {
  expect(readPhone(text, country)).toMatchObject({ number });
});

it.each([
  ["123", "CO", "phone.invalid"],
  ["3001234567 / 3109876543", "CO", "phone.invalid"],
  ["5.73001E+11", "CO", "phone.rounded"],
  ["5,73E+11", "CO", "phone.rounded"],
  ["3001234567", null, "phone.without_country"],
])("refuses %s of %s", (text, country, problem) => {
  expect(readPhone(text, country)).toEqual({ problem });
});

it("looks a line up under one key whatever WhatsApp calls it", () => {
  expect(phoneKey("5215512345678")).toBe(phoneKey("+525512345678"));
  expect(phoneKey("551187654321")).toBe(phoneKey("+5511987654321"));
  expect(phoneKey("5491112345678")).toBe(phoneKey("+541112345678"));
});

import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { numberOf, whoseNumber } from "../../../../../server/modules/host/rules.js";
import { phoneKey } from "../../../../../server/shared/phone-key.js";

const NUMBER = "573005550401";
const digits = fc.stringMatching(/^[1-9]\d{6,14}$/);
/** As the helpdesk takes them: a country, sometimes the mark of a business, then letters and digits. */
const username = fc.stringMatching(/^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/);

test.each([
  ["the number alone", [NUMBER], { is: "the_number", ids: [NUMBER] }],
  ["a username beside it", [NUMBER, "CO.77120954083122417716"], { is: "the_number", ids: [NUMBER] }],
  ["a business's username beside it", ["CO.ENT.Ab12", NUMBER], { is: "the_number", ids: [NUMBER] }],
  ["a form of id nobody knows beside it", [NUMBER, "@ana"], { is: "the_number", ids: [NUMBER] }],
  ["another number alone", ["573009990000"], { is: "another_number" }],
  ["another number beside it", [NUMBER, "573009990000"], { is: "several_numbers" }],
  ["two numbers, neither of them this", ["573009990000", "573009990001"], { is: "several_numbers" }],
  ["a username with the number's digits, and no number", [`CO.${NUMBER}`], { is: "no_number" }],
  ["nothing", [], { is: "no_number" }],
])("%s", (_case, ids, whose) => {
  expect(whoseNumber(ids, `+${NUMBER}`)).toEqual(whose);
});

test.each([
  ["Mexico", "525512345678", "5215512345678"],
  ["Argentina", "541123456789", "5491123456789"],
  ["Brazil", "5511987654321", "551187654321"],
])("%s: both spellings of one line are one number", (_country, one, other) => {
  expect(whoseNumber([one, other], `+${one}`)).toEqual({ is: "the_number", ids: [one, other] });
  expect(whoseNumber([other, "AR.9", "BR.ENT.x"], one)).toEqual({ is: "the_number", ids: [other] });
});

test("usernames, however many and whatever their digits, change nothing about whose number it is", () => {
  fc.assert(
    fc.property(fc.array(digits, { maxLength: 3 }), fc.array(username, { maxLength: 4 }), digits, (numbers, usernames, number) => {
      expect(whoseNumber([...usernames, ...numbers], number)).toEqual(whoseNumber(numbers, number));
    }),
  );
});

test("no username is a number, nor gets the key of one", () => {
  fc.assert(
    fc.property(username, digits, (id, number) => {
      expect(numberOf(id)).toBeNull();
      expect(phoneKey(id)).not.toBe(phoneKey(number));
      expect(phoneKey(id)).not.toMatch(/^\d+$/);
    }),
  );
  expect(phoneKey(`CO.${NUMBER}`)).not.toBe(NUMBER);
});

test.each(["+57 300 555 0401", "57-300-555-0401", "(57) 300.555.0401", "+573005550401"])("%s is written as a number", (text) => {
  expect(phoneKey(text)).toBe(NUMBER);
});

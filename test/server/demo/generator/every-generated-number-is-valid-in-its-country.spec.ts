import parsePhoneNumber from "libphonenumber-js/max";
import { expect, it } from "@jest/globals";
import { PhoneBook } from "../../../../server/demo/generator/phone-book.js";
import { PLACES } from "../../../../server/demo/generator/places.js";
import { GENERATED_COUNTRIES, type GeneratedCountry } from "../../../../server/demo/generator/portfolio-row.js";
import { readPhone } from "../../../../server/modules/portfolio/phone-number.adapter.js";
import { Random, SeededRandom } from "../../../../server/platform/crypto/randomness.js";

/** Numbers of one place, far beyond the first block of 10,000. */
function numbersOf(country: GeneratedCountry, areaCode: string | null, count: number): string[] {
  class NothingShared extends Random {
    private readonly seeded = new SeededRandom(3);
    next(): number {
      return 0.02 + this.seeded.next() * 0.979;
    }
  }
  const book = new PhoneBook(new NothingShared());
  const place = { subdivision: "", state: "", city: "", areaCode };
  return Array.from({ length: count }, () => book.numberIn(country, place));
}

function areaCodes(country: GeneratedCountry): (string | null)[] {
  const random = new SeededRandom(1);
  return [...new Set(Array.from({ length: 5000 }, () => PLACES[country].pick(random).areaCode))];
}

it.each(GENERATED_COUNTRIES)("in %s, under every area code", (country) => {
  // Mexico's plan does not tell mobile numbers from others.
  const type = country === "MX" ? "FIXED_LINE_OR_MOBILE" : "MOBILE";
  const wrong = areaCodes(country).flatMap((areaCode) =>
    numbersOf(country, areaCode, 30).filter((number) => {
      const parsed = parsePhoneNumber(number);
      const placed = parsed?.country === country && parsed.nationalNumber.startsWith(areaCode ?? "3");
      return !placed || !parsed.isValid() || parsed.getType() !== type || !("number" in readPhone(number, country));
    }),
  );
  expect(wrong).toEqual([]);
});

it.each([
  ["CO", null],
  ["MX", "442"],
  ["BR", "11"],
] as const)("in %s, each once and valid, when the block 555 is used up", (country, areaCode) => {
  const numbers = numbersOf(country, areaCode, 200_000);
  expect(new Set(numbers).size).toBe(200_000);
  for (let i = 0; i < numbers.length; i += 1999) expect(parsePhoneNumber(numbers[i]!)?.isValid()).toBe(true);
});

it("begins with the block that films use", () => {
  expect(numbersOf("BR", "11", 3).every((number) => /^\+551199555\d{4}$/.test(number))).toBe(true);
  expect(numbersOf("MX", "55", 3).every((number) => /^\+52555555\d{4}$/.test(number))).toBe(true);
  expect(numbersOf("CO", null, 3).every((number) => /^\+573\d\d555\d{4}$/.test(number))).toBe(true);
});

import { isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js";
import { roundedNumber } from "../../shared/rounded-number.js";
import type { ReadPhone } from "./domain/read-phone.js";

/** Numbering plans by libphonenumber. A number without country code is one of the row's country. */
export const readPhone: ReadPhone = (text, country) => {
  if (roundedNumber(text)) return { problem: "phone.rounded" };
  // 00 is how most of the world dials +; libphonenumber would take it for part of the number. Mexico's mobile 1 after +52 is history.
  const international = text
    .trim()
    // A program that kept the column as numbers wrote them with decimals.
    .replace(/^(\+?\d{6,})[.,]0$/, "$1")
    .replace(/^00(?=\d)/, "+")
    .replace(/^\+\s*52\s*1\s*(?=(?:\D*\d){10}\D*$)/, "+52");
  const known = country !== null && isSupportedCountry(country) ? country : undefined;
  if (known === undefined && !international.startsWith("+")) return { problem: "phone.without_country" };
  const options = { extract: false, ...(known ? { defaultCountry: known } : {}) };
  const number = parsePhoneNumberFromString(international, options);
  if (!number?.isValid()) return { problem: "phone.invalid" };
  return { number: number.number, country: number.country ?? null };
};

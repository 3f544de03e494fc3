import { addDays, type CalendarDate, isCalendarDate } from "../../../../shared/calendar.js";
import { withoutEndZeros } from "../../../../shared/rounded-number.js";

/** How a number of a cell is shown, as far as it changes what it means. */
export type NumberFormat = { readonly kind: "plain" } | { readonly kind: "date" } | { readonly kind: "padded"; readonly digits: number };

export const PLAIN_NUMBER: NumberFormat = { kind: "plain" };

/** Formats that every workbook knows by number (ECMA-376 18.8.30): dates, and dates of East Asian editions. */
const DATE_IDS: readonly (readonly [number, number])[] = [
  [14, 17],
  [22, 22],
  [27, 31],
  [36, 36],
  [50, 54],
  [57, 58],
];

/** Longer codes are written by no spreadsheet. */
const LONGEST_CODE = 255;

/** @param code of a format the workbook defines itself */
export function numberFormat(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) return DATE_IDS.some(([from, to]) => id >= from && id <= to) ? { kind: "date" } : PLAIN_NUMBER;
  if (code.length > LONGEST_CODE) return PLAIN_NUMBER;
  const bare = bareCode(code).toLowerCase();
  // A date shows a day or a year; hours and minutes alone are a duration.
  if (/[dy]/.test(bare) && !bare.includes("general")) return { kind: "date" };
  return /^0{2,}$/.test(bare) ? { kind: "padded", digits: bare.length } : PLAIN_NUMBER;
}

/** Without texts between marks, signs that are shown as they are, and what stands in brackets: colours, languages, conditions. */
function bareCode(code: string): string {
  let bare = "";
  for (let at = 0; at < code.length; at++) {
    const sign = code[at]!;
    const end = sign === '"' ? code.indexOf('"', at + 1) : sign === "[" ? code.indexOf("]", at) : -1;
    if (end >= 0) at = end;
    else if ("\\_*".includes(sign)) at++;
    else bare += sign;
  }
  return bare;
}

/** A number of a cell as text that can be read one way only. @param from1904 whether the workbook counts days as old Macs did */
export function textOfNumber(raw: string, format: NumberFormat, from1904: boolean): string {
  const number = Number(raw);
  if (raw.trim() === "" || !Number.isFinite(number)) return raw;
  if (format.kind === "date") return dateOfSerial(number, from1904) ?? decimalText(number);
  const text = decimalText(number);
  return format.kind === "padded" && /^\d+$/.test(text) ? text.padStart(format.digits, "0") : text;
}

/** Fifteen digits are what a spreadsheet keeps; the rest is noise of binary fractions. */
function decimalText(number: number): string {
  const exact = Number(number.toPrecision(15));
  // Of a longer number the last digits are lost: it must not look whole, or two people's become one.
  if (Math.abs(exact) >= 1e15) return exact.toExponential(14).replace("e", "E");
  if (Number.isInteger(exact)) return exact.toFixed(0);
  const text = Math.abs(exact) < 1e-6 ? withoutEndZeros(exact.toFixed(12)) : String(exact);
  // Three decimals would look like a group of thousands; a zero more does not.
  return /\.\d{3}$/.test(text) ? `${text}0` : text;
}

/** Day 1 is 1900-01-01, and there is a 29 February 1900 that never was; or day 0 is 1904-01-01. */
function dateOfSerial(serial: number, from1904: boolean): CalendarDate | null {
  const day = Math.floor(serial + 1e-6);
  if (day < 1 || day > (from1904 ? 2_957_003 : 2_958_465) || day === 60) return null;
  const date = from1904 ? addDays("1904-01-01", day) : addDays(day < 60 ? "1899-12-31" : "1899-12-30", day);
  return isCalendarDate(date) ? date : null;
}

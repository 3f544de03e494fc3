/** Digits, and what people write between and around them. */
const WRITTEN_AS_A_NUMBER = /^[\d\s+().\-/\u00a0\u200b-\u200f\u2010-\u2015\u202a-\u202e\u2066-\u2069\ufeff]*$/;

/**
 * The digits under which a number is looked up; what is not written as a number (a username's id such as `CO.7712…`, a name) stays as it
 * is, so that its digits never pass for one. Some networks know one line under two spellings; WhatsApp answers with either:
 * Mexico's mobile 1 after +52, Argentina's 9 after +54, Brazil's ninth digit (`wa_id` may differ from what was dialled).
 * @param number E.164, with or without `+`
 */
export function phoneKey(number: string): string {
  if (!WRITTEN_AS_A_NUMBER.test(number)) return number;
  const digits = number.replace(/\D/g, "");
  const mexico = /^521(\d{10})$/.exec(digits);
  if (mexico) return `52${mexico[1]}`;
  const argentina = /^549(\d{10})$/.exec(digits);
  if (argentina) return `54${argentina[1]}`;
  const brazil = /^55(\d{2})([6-9]\d{7})$/.exec(digits);
  if (brazil) return `55${brazil[1]}9${brazil[2]}`;
  return digits;
}

/** Last four digits, to recognise a number by without showing it. */
export function endingOf(number: string): string {
  return number.replace(/\D/g, "").slice(-4);
}

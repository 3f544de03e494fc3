/**
 * The digits under which a number is looked up. Some networks know one line under two spellings; WhatsApp answers with either:
 * Mexico's mobile 1 after +52, Argentina's 9 after +54, Brazil's ninth digit (`wa_id` may differ from what was dialled).
 * @param number E.164, with or without `+`
 */
export function phoneKey(number: string): string {
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

/** Names of payment methods, the only words besides the stop word that may stand in capitals. */
export const ACRONYMS: readonly string[] = ["PIX", "PSE", "SPEI", "CLABE", "OXXO", "ACH", "SEPA"];

/** Lower case without accents, letters of other widths and invisible marks: the form all lists are written in. */
export function foldText(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}]/gu, "")
    .toLowerCase()
    .replace(/\s+/g, " ");
}

/** The first listed phrase that occurs in the folded text, or null. */
export function findPhrase(folded: string, phrases: readonly string[]): string | null {
  return phrases.find((phrase) => matcher(phrase).test(folded)) ?? null;
}

function matcher(phrase: string): RegExp {
  return new RegExp(`(?<![a-z0-9])${phrase.replaceAll("*", "[a-z]*").replaceAll(" ", "[^a-z0-9]+")}(?![a-z0-9])`);
}

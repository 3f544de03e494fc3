import { FORBIDDEN_EN } from "./forbidden.en.js";
import { FORBIDDEN_ES } from "./forbidden.es.js";
import { FORBIDDEN_PT_BR } from "./forbidden.pt-br.js";
import type { ForbiddenWords } from "./forbidden.js";
import type { Language } from "./language.js";

/** What no message says, by language and reason. */
export const FORBIDDEN: Readonly<Record<Language, ForbiddenWords>> = {
  es: FORBIDDEN_ES,
  pt_BR: FORBIDDEN_PT_BR,
  en: FORBIDDEN_EN,
};

/** Words that hint at a debt; a reply that may reach a stranger uses none of them. */
export const DEBT_WORDS: Readonly<Record<Language, readonly string[]>> = {
  es: [
    "deuda*",
    "deud*",
    "debe",
    "saldo*",
    "pag*",
    "cobr*",
    "cuenta*",
    "factura*",
    "credito*",
    "cuota*",
    "venc*",
    "pendiente*",
    "mora",
    "prestamo*",
    "dinero",
    "monto*",
  ],
  pt_BR: [
    "divida*",
    "deve",
    "devedor*",
    "saldo*",
    "pag*",
    "cobr*",
    "conta",
    "contas",
    "fatura*",
    "credito*",
    "parcela*",
    "venc*",
    "pendente*",
    "atraso*",
    "emprestimo*",
    "financiamento*",
    "boleto*",
    "dinheiro",
  ],
  en: [
    "debt*",
    "owe*",
    "owing",
    "balance*",
    "pay*",
    "paid",
    "collect*",
    "account*",
    "invoice*",
    "credit*",
    "instal*",
    "due",
    "overdue",
    "outstanding",
    "arrears",
    "loan*",
    "bill",
    "bills",
    "money",
    "amount*",
  ],
};

/** Interest is true for some contracts only; naming it is allowed and pointed out. */
export const INTEREST_WORDS: Readonly<Record<Language, readonly string[]>> = {
  es: ["interes", "intereses", "recargo*", "multa*", "mora"],
  pt_BR: ["juros", "multa*", "mora", "encargo*"],
  en: ["interest", "late fee*", "penalt*"],
};

/** How each language says that a human being can be reached. */
export const PERSON_WORDS: Readonly<Record<Language, readonly string[]>> = {
  es: ["persona", "alguien", "asesor*"],
  pt_BR: ["pessoa", "alguem", "atendente*"],
  en: ["person", "someone", "agent*"],
};

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

import type { Locale } from "../../../shared/locale.js";
import type { CaseReason } from "./case-reason.js";
import type { Words } from "./words.js";
import { en } from "./words.en.js";
import { es } from "./words.es.js";
import { ptBr } from "./words.pt-br.js";

const WORDS = { en, es, "pt-BR": ptBr } as const satisfies Record<Locale, Words>;

/** The private note that calls a person: what happened, what Saldo did, what is to do. Nothing of the debtor beyond the conversation it stands in. */
export function noteText(reason: CaseReason, locale: Locale): string {
  const { happened, task } = WORDS[locale][reason];
  return `Saldo: ${happened}\n\n${task}`;
}

/** One line for lists. */
export function reasonText(reason: CaseReason, locale: Locale): string {
  return WORDS[locale][reason].short;
}

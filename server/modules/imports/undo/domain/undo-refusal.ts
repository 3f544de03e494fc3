import type { Locale } from "../../../../shared/locale.js";

/** Why an import cannot be undone (any more). */
const SENTENCES = {
  running: {
    en: "It is still running; cancel it first.",
    es: "Todavía está en curso; cancélela primero.",
    "pt-BR": "Ainda está em andamento; cancele primeiro.",
  },
  undone: { en: "It is undone already.", es: "Ya se deshizo.", "pt-BR": "Já foi desfeita." },
  nothing: { en: "It changed nothing.", es: "No cambió nada.", "pt-BR": "Não mudou nada." },
  old: {
    en: "It is too long ago: what it changed is known for 30 days.",
    es: "Pasó demasiado tiempo: lo que cambió se guarda 30 días.",
    "pt-BR": "Passou tempo demais: o que mudou fica guardado por 30 dias.",
  },
  sent: {
    en: "A message was sent since to somebody it changed.",
    es: "Desde entonces se envió un mensaje a alguien a quien cambió.",
    "pt-BR": "Desde então uma mensagem foi enviada a alguém que ela mudou.",
  },
  paid: {
    en: "A payment was recorded since for a debt it changed.",
    es: "Desde entonces se registró un pago de una deuda que cambió.",
    "pt-BR": "Desde então foi registrado um pagamento de uma dívida que ela mudou.",
  },
  changed: {
    en: "A later import changed the same debtors or debts; undo that one first.",
    es: "Una importación posterior cambió los mismos deudores o deudas; deshaga primero esa.",
    "pt-BR": "Uma importação posterior mudou os mesmos devedores ou dívidas; desfaça essa primeiro.",
  },
} satisfies Record<string, Readonly<Record<Locale, string>>>;

export type UndoRefusal = keyof typeof SENTENCES;

export function undoRefusalIn(refusal: UndoRefusal, locale: Locale): string {
  return SENTENCES[refusal][locale];
}

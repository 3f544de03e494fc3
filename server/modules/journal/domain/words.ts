import type { Language } from "./language.js";

/** Codes that payloads carry and people read. */
const WORDS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  dispute: { en: "dispute", es: "reclamo", "pt-BR": "contestação" },
  already_paid: { en: "says it was paid", es: "dice que ya pagó", "pt-BR": "diz que já pagou" },
  paid: { en: "paid", es: "pagada", "pt-BR": "paga" },
  wrong_person: { en: "wrong person", es: "persona equivocada", "pt-BR": "pessoa errada" },
  needs_person: { en: "needs a person", es: "requiere una persona", "pt-BR": "precisa de uma pessoa" },
  opt_out: { en: "asked to stop", es: "pidió no recibir más", "pt-BR": "pediu para parar" },
  legal: { en: "legal case", es: "caso legal", "pt-BR": "caso jurídico" },
  manual: { en: "set by hand", es: "puesta a mano", "pt-BR": "definida manualmente" },
  promise: { en: "promise to pay", es: "promesa de pago", "pt-BR": "promessa de pagamento" },
  pay_now: { en: "wants to pay", es: "quiere pagar", "pt-BR": "quer pagar" },
  pay: { en: "wants to pay", es: "quiere pagar", "pt-BR": "quer pagar" },
  other: { en: "something else", es: "otra cosa", "pt-BR": "outro assunto" },
  unclear: { en: "not understood", es: "no se entendió", "pt-BR": "não entendido" },
  template_not_sendable: { en: "template not approved", es: "plantilla no aprobada", "pt-BR": "modelo não aprovado" },
  debtor_erased: { en: "debtor erased", es: "deudor suprimido", "pt-BR": "devedor apagado" },
  number_differs: { en: "the number changed", es: "el número cambió", "pt-BR": "o número mudou" },
  holiday: { en: "holiday", es: "día festivo", "pt-BR": "feriado" },
  engine: {
    en: "the rules could not be evaluated",
    es: "no se pudieron evaluar las reglas",
    "pt-BR": "não foi possível avaliar as regras",
  },
  whatsapp: { en: "WhatsApp", es: "WhatsApp", "pt-BR": "WhatsApp" },
  call: { en: "phone", es: "teléfono", "pt-BR": "telefone" },
  email: { en: "e-mail", es: "correo", "pt-BR": "e-mail" },
  sms: { en: "SMS", es: "SMS", "pt-BR": "SMS" },
};

/** The word for a code; anything else (a template's name, a reference) as it is. */
export function wordOf(code: string, language: Language): string {
  return WORDS[code]?.[language] ?? code;
}

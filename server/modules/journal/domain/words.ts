import type { Language } from "./language.js";
import { PROBLEMS } from "./words-of-work.js";

/** Codes that payloads carry and people read. */
const WORDS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  // holds, cases and what an answer means
  dispute: { en: "disputes the debt", es: "reclama la deuda", "pt-BR": "contesta a dívida" },
  already_paid: { en: "says it is paid", es: "dice que ya pagó", "pt-BR": "diz que já pagou" },
  wrong_person: { en: "wrong person", es: "persona equivocada", "pt-BR": "pessoa errada" },
  opt_out: { en: "wants no more messages", es: "no quiere más mensajes", "pt-BR": "não quer mais mensagens" },
  shared_number: { en: "the number is several debtors'", es: "el número es de varios deudores", "pt-BR": "o número é de vários devedores" },
  talk_to_person: { en: "wants to talk to a person", es: "quiere hablar con una persona", "pt-BR": "quer falar com uma pessoa" },
  payment_plan: { en: "wants a payment plan", es: "quiere un plan de pagos", "pt-BR": "quer um plano de pagamento" },
  more_time: { en: "needs more time", es: "necesita más tiempo", "pt-BR": "precisa de mais tempo" },
  broken_promises: { en: "did not keep two promises", es: "no cumplió dos promesas", "pt-BR": "não cumpriu duas promessas" },
  day: { en: "named a day", es: "indicó un día", "pt-BR": "indicou um dia" },
  reminder: {
    en: "wants no reminder before a day",
    es: "no quiere recordatorios antes de un día",
    "pt-BR": "não quer lembretes antes de um dia",
  },
  partially_kept: { en: "a part was paid", es: "se pagó una parte", "pt-BR": "uma parte foi paga" },
  broken: { en: "nothing was paid", es: "no se pagó nada", "pt-BR": "nada foi pago" },
  held: {
    en: "overtaken by a dispute or another hold",
    es: "hay un reclamo u otra suspensión",
    "pt-BR": "há uma contestação ou outra pausa",
  },
  taken_back: { en: "taken back", es: "retirada", "pt-BR": "retirada" },
  pay_now: { en: "wants to pay", es: "quiere pagar", "pt-BR": "quer pagar" },
  question: { en: "has a question", es: "tiene una pregunta", "pt-BR": "tem uma pergunta" },
  remind_me: { en: "wants a reminder", es: "quiere un recordatorio", "pt-BR": "quer um lembrete" },
  no_text: { en: "sent no text", es: "no envió texto", "pt-BR": "não enviou texto" },
  unclear: { en: "not understood", es: "no se entendió", "pt-BR": "não foi entendido" },
  needs_person: { en: "needs a person", es: "requiere una persona", "pt-BR": "precisa de uma pessoa" },
  legal: { en: "legal case", es: "caso legal", "pt-BR": "caso jurídico" },
  manual: { en: "set by hand", es: "puesta a mano", "pt-BR": "definida manualmente" },
  not_in_file: { en: "not in the last file", es: "no está en el último archivo", "pt-BR": "não está no último arquivo" },
  unreadable_row: {
    en: "a row about it could not be read in full",
    es: "una fila sobre ella no se pudo leer completa",
    "pt-BR": "uma linha sobre ela não pôde ser lida por completo",
  },
  unreadable_payment: {
    en: "a payment in a file could not be read",
    es: "un pago de un archivo no se pudo leer",
    "pt-BR": "um pagamento de um arquivo não pôde ser lido",
  },
  promise: { en: "promise to pay", es: "promesa de pago", "pt-BR": "promessa de pagamento" },

  // what WhatsApp says of a template
  APPROVED: { en: "approved", es: "aprobada", "pt-BR": "aprovado" },
  PENDING: { en: "in review", es: "en revisión", "pt-BR": "em análise" },
  REJECTED: { en: "rejected", es: "rechazada", "pt-BR": "rejeitado" },
  PAUSED: { en: "paused", es: "en pausa", "pt-BR": "pausado" },
  DISABLED: { en: "disabled", es: "deshabilitada", "pt-BR": "desativado" },

  // why a message was not sent
  paid: { en: "paid", es: "pagada", "pt-BR": "paga" },
  anchor_settled: { en: "the debt is no longer owed", es: "la deuda ya no está pendiente", "pt-BR": "a dívida não está mais em aberto" },
  nothing_owed: { en: "nothing is owed", es: "no hay deuda pendiente", "pt-BR": "nada em aberto" },
  on_hold: { en: "the debt is on hold", es: "la deuda está en pausa", "pt-BR": "a dívida está em pausa" },
  database_restored: {
    en: "the database was restored from a backup",
    es: "la base de datos se restauró de una copia",
    "pt-BR": "o banco de dados foi restaurado de um backup",
  },
  template_not_sendable: { en: "template not approved", es: "plantilla no aprobada", "pt-BR": "modelo não aprovado" },
  "exit.replied": { en: "the debtor has replied", es: "el deudor respondió", "pt-BR": "o devedor respondeu" },
  "exit.promised": { en: "the debtor has promised to pay", es: "el deudor prometió pagar", "pt-BR": "o devedor prometeu pagar" },
  "exit.small_balance": {
    en: "the balance is below the amount that is chased",
    es: "el saldo es menor que el monto que se cobra",
    "pt-BR": "o saldo é menor que o valor que se cobra",
  },
  "exit.archived": { en: "its cadence was archived", es: "su cadencia fue archivada", "pt-BR": "sua cadência foi arquivada" },
  cadence_paused: { en: "its cadence is paused", es: "su cadencia está en pausa", "pt-BR": "sua cadência está pausada" },
  debtor_erased: { en: "debtor erased", es: "deudor suprimido", "pt-BR": "devedor apagado" },
  debtor_missing: { en: "debtor not found", es: "deudor no encontrado", "pt-BR": "devedor não encontrado" },
  number_differs: { en: "the number changed", es: "el número cambió", "pt-BR": "o número mudou" },
  timeout: { en: "no answer in time", es: "sin respuesta a tiempo", "pt-BR": "sem resposta a tempo" },
  reset: { en: "connection lost", es: "conexión perdida", "pt-BR": "conexão perdida" },
  unreachable: { en: "not reachable", es: "inaccesible", "pt-BR": "inacessível" },
  throttled: { en: "too many requests", es: "demasiadas solicitudes", "pt-BR": "solicitações demais" },

  ...PROBLEMS,

  // channels
  whatsapp: { en: "WhatsApp", es: "WhatsApp", "pt-BR": "WhatsApp" },
  call: { en: "phone", es: "teléfono", "pt-BR": "telefone" },
  email: { en: "e-mail", es: "correo", "pt-BR": "e-mail" },
  sms: { en: "SMS", es: "SMS", "pt-BR": "SMS" },
};

/** The word for a code; anything else (a template's name, a reference) as it is. */
export function wordOf(code: string, language: Language): string {
  return WORDS[code]?.[language] ?? code;
}

import type { Described } from "./described.js";

/** What debtors answer and promise, and the cases handed to people. */
export const ANSWERS: Readonly<Record<string, Described>> = {
  "reply.received": {
    kind: "message",
    en: "The debtor answered[: {intent}]",
    es: "El deudor respondió[: {intent}]",
    "pt-BR": "O devedor respondeu[: {intent}]",
  },
  "reply.edited": {
    kind: "message",
    en: "The debtor changed the message[: {intent}]",
    es: "El deudor cambió el mensaje[: {intent}]",
    "pt-BR": "O devedor alterou a mensagem[: {intent}]",
  },
  "promise.made": {
    kind: "agreement",
    en: "Promise to pay[ {amount}][ by {dueDate}]",
    es: "Promesa de pago[ de {amount}][ para el {dueDate}]",
    "pt-BR": "Promessa de pagamento[ de {amount}][ até {dueDate}]",
  },
  "promise.kept": {
    kind: "agreement",
    en: "Promise kept[: {amount}][ by {dueDate}]",
    es: "Promesa cumplida[: {amount}][ para el {dueDate}]",
    "pt-BR": "Promessa cumprida[: {amount}][ até {dueDate}]",
  },
  "promise.broken": {
    kind: "agreement",
    en: "Promise not kept[: {amount}][ by {dueDate}][; {state}]",
    es: "Promesa incumplida[: {amount}][ para el {dueDate}][; {state}]",
    "pt-BR": "Promessa não cumprida[: {amount}][ até {dueDate}][; {state}]",
  },
  "promise.reopened": {
    kind: "agreement",
    en: "A payment was taken back; the promise[ of {amount}][ by {dueDate}] stands again",
    es: "Se devolvió un pago; la promesa[ de {amount}][ para el {dueDate}] vuelve a estar vigente",
    "pt-BR": "Um pagamento foi estornado; a promessa[ de {amount}][ até {dueDate}] volta a valer",
  },
  "promise.superseded": {
    kind: "agreement",
    en: "A newer promise took the place of the one[ of {amount}][ by {dueDate}]",
    es: "Una promesa nueva reemplazó la anterior[ de {amount}][ para el {dueDate}]",
    "pt-BR": "Uma nova promessa substituiu a anterior[ de {amount}][ até {dueDate}]",
  },
  "promise.cancelled": {
    kind: "agreement",
    en: "Promise cancelled[: {amount}][ by {dueDate}][; {reason}]",
    es: "Promesa anulada[: {amount}][ para el {dueDate}][; {reason}]",
    "pt-BR": "Promessa cancelada[: {amount}][ até {dueDate}][; {reason}]",
  },
  "reminder.postponed": {
    kind: "agreement",
    en: "The debtor asked for no reminder before {until}",
    es: "El deudor pidió no recibir recordatorios antes del {until}",
    "pt-BR": "O devedor pediu para não receber lembretes antes de {until}",
  },
  "case.escalated": {
    kind: "note",
    en: "A person was called[: {reason}]",
    es: "Se llamó a una persona[: {reason}]",
    "pt-BR": "Uma pessoa foi chamada[: {reason}]",
  },
  "case.reopened": {
    kind: "note",
    en: "A person was called again[: {reason}]",
    es: "Se llamó de nuevo a una persona[: {reason}]",
    "pt-BR": "Uma pessoa foi chamada de novo[: {reason}]",
  },
  "case.answered": { kind: "note", en: "An agent answered", es: "Un agente respondió", "pt-BR": "Um agente respondeu" },
  "case.closed": {
    kind: "note",
    en: "The conversation was resolved",
    es: "La conversación se resolvió",
    "pt-BR": "A conversa foi resolvida",
  },
  "host_action.parked": {
    kind: "note",
    en: "The helpdesk did not do what was asked; a person must look",
    es: "La mesa de ayuda no hizo lo pedido; debe revisarlo una persona",
    "pt-BR": "A central de atendimento não fez o que foi pedido; uma pessoa deve verificar",
  },
};

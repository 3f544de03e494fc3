import type { Described } from "./described.js";

/** What the records of payments and credits say. */
export const MONEY: Readonly<Record<string, Described>> = {
  "payment.received": {
    kind: "money",
    en: "Payment received[: {amount}]",
    es: "Pago recibido[: {amount}]",
    "pt-BR": "Pagamento recebido[: {amount}]",
  },
  "payment.reversed": {
    kind: "money",
    en: "Payment taken back[: {amount}]",
    es: "Pago revertido[: {amount}]",
    "pt-BR": "Pagamento estornado[: {amount}]",
  },
  "payment.identified": {
    kind: "money",
    en: "Payment assigned to its debt[: {amount}]",
    es: "Pago asignado a su deuda[: {amount}]",
    "pt-BR": "Pagamento atribuído à dívida[: {amount}]",
  },
  "credit.received": {
    kind: "money",
    en: "Credit note received[: {amount}]",
    es: "Nota crédito recibida[: {amount}]",
    "pt-BR": "Nota de crédito recebida[: {amount}]",
  },
  "credit.changed": {
    kind: "money",
    en: "Credit note changed[: {amount}]",
    es: "Cambió la nota crédito[: {amount}]",
    "pt-BR": "Nota de crédito alterada[: {amount}]",
  },
  "credit.reversed": {
    kind: "money",
    en: "Credit note taken back[: {amount}]",
    es: "Nota crédito revertida[: {amount}]",
    "pt-BR": "Nota de crédito estornada[: {amount}]",
  },
  "credit.placed": {
    kind: "money",
    en: "Balance in favour applied to what is owed[: {amount}]",
    es: "Saldo a favor aplicado a lo adeudado[: {amount}]",
    "pt-BR": "Saldo a favor aplicado ao que se deve[: {amount}]",
  },
  "credit.freed": {
    kind: "money",
    en: "Balance in favour no longer applied to a debt[: {amount}]",
    es: "Saldo a favor ya no aplicado a una deuda[: {amount}]",
    "pt-BR": "Saldo a favor não mais aplicado a uma dívida[: {amount}]",
  },
};

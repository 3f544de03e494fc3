import type { ExitReason } from "./exits.js";
import type { CadenceLanguage } from "./words.js";

interface TrialWords {
  readonly everybody: string;
  readonly inside: string;
  readonly outside: string;
  readonly nothingOwed: string;
  readonly outsideThen: string;
  readonly condition: string;
  readonly exits: Readonly<Record<ExitReason, string>>;
}

/** Why a cadence takes a debtor or not, for whoever tries it. */
export const trialWords: Readonly<Record<CadenceLanguage, TrialWords>> = {
  en: {
    everybody: "The cadence is for every debt.",
    inside: "The debtor is in the segment today.",
    outside: "No debt of this debtor is in the segment today.",
    nothingOwed: "The debtor owes nothing.",
    outsideThen: "Not planned: on that day the debt is not in the segment.",
    condition: "Not planned: the debt does not meet the step's condition.",
    exits: {
      "exit.replied": "Not planned: the debtor has replied lately.",
      "exit.promised": "Not planned: the debtor has promised to pay.",
      "exit.small_balance": "Not planned: the balance is below the amount that is chased.",
    },
  },
  es: {
    everybody: "La cadencia es para todas las deudas.",
    inside: "El deudor está hoy en el segmento.",
    outside: "Ninguna deuda de este deudor está hoy en el segmento.",
    nothingOwed: "El deudor no debe nada.",
    outsideThen: "No se planea: ese día la deuda no está en el segmento.",
    condition: "No se planea: la deuda no cumple la condición del paso.",
    exits: {
      "exit.replied": "No se planea: el deudor respondió hace poco.",
      "exit.promised": "No se planea: el deudor prometió pagar.",
      "exit.small_balance": "No se planea: el saldo es menor que el monto que se cobra.",
    },
  },
  "pt-BR": {
    everybody: "A cadência é para todas as dívidas.",
    inside: "O devedor está hoje no segmento.",
    outside: "Nenhuma dívida deste devedor está hoje no segmento.",
    nothingOwed: "O devedor não deve nada.",
    outsideThen: "Não é planejado: nesse dia a dívida não está no segmento.",
    condition: "Não é planejado: a dívida não atende à condição da etapa.",
    exits: {
      "exit.replied": "Não é planejado: o devedor respondeu há pouco.",
      "exit.promised": "Não é planejado: o devedor prometeu pagar.",
      "exit.small_balance": "Não é planejado: o saldo é menor que o valor que se cobra.",
    },
  },
};

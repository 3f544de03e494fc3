import type { Words } from "./words.js";

const PAUSED = "Los recordatorios quedan en pausa hasta que se resuelva esta conversación.";
const ANSWER = "Por favor responda aquí y resuelva la conversación cuando el asunto quede cerrado.";

export const es: Words = {
  dispute: {
    short: "No está de acuerdo con la deuda",
    happened: "El deudor no está de acuerdo con la deuda. Los recordatorios sobre ella están suspendidos.",
    task: "Por favor averigüe qué ocurre y responda aquí. La suspensión sigue hasta que alguien la termine en Saldo, aunque esta conversación se resuelva.",
  },
  wrong_person: {
    short: "Dice que no es la persona",
    happened: "Quien usa este número dice que no es el deudor. No se le enviará nada más a este deudor.",
    task: "Por favor no mencione la deuda. Verifique el número en sus registros; la suspensión sigue hasta que alguien la termine en Saldo.",
  },
  already_paid: {
    short: "Dice que ya pagó",
    happened: "El deudor dice que ya pagó. Los recordatorios sobre esa deuda están suspendidos.",
    task: "Por favor busque el pago y responda aquí. Regístrelo en Saldo, o termine allí la suspensión si no llegó.",
  },
  opt_out: {
    short: "Pidió que no le escriban, y dijo algo más",
    happened: "El deudor pidió que no le escriban. El canal está cerrado. El mensaje dice algo más.",
    task: "Por favor léalo. Puede responder lo que preguntó; no inicie un contacto nuevo por este canal.",
  },
  shared_number: {
    short: "Escribió desde un número de varios deudores",
    happened: "Este número es de más de un deudor, o de otro que el de la conversación, así que Saldo no respondió.",
    task: "Por favor averigüe quién escribió, sin mencionar una deuda, y corrija el número en sus registros.",
  },
  blocked: {
    short: "Bloqueado en la mesa de ayuda",
    happened:
      "El contacto está bloqueado en la mesa de ayuda: lo que el deudor escribe se descarta, también si pide que no le escriban. No se le enviará nada más a este deudor.",
    task: "Por favor averigüe el motivo. Cuando el contacto se desbloquee, los recordatorios continúan por sí solos; si el deudor no los quiere, regístrelo antes en Saldo.",
  },
  talk_to_person: {
    short: "Quiere hablar con una persona",
    happened: `El deudor quiere hablar con una persona. ${PAUSED}`,
    task: ANSWER,
  },
  broken_promises: {
    short: "No cumplió dos promesas de pago",
    happened: `El deudor no cumplió dos promesas de pago. ${PAUSED}`,
    task: "Por favor averigüe qué sería posible y acuérdelo aquí. Puede registrar una nueva promesa en Saldo.",
  },
  payment_plan: {
    short: "Pide un plan de pagos",
    happened: `El deudor pide un plan de pagos. ${PAUSED}`,
    task: ANSWER,
  },
  more_time: {
    short: "Pide más tiempo",
    happened: `El deudor pide más tiempo para pagar. ${PAUSED}`,
    task: ANSWER,
  },
  pay_now: {
    short: "Quiere pagar y no hay nada pendiente",
    happened: `El deudor quiere pagar, pero Saldo no conoce una deuda abierta que se pueda pagar ahora. ${PAUSED}`,
    task: ANSWER,
  },
  question: {
    short: "Tiene una pregunta",
    happened: `El deudor tiene una pregunta. ${PAUSED}`,
    task: ANSWER,
  },
  remind_me: {
    short: "Quiere que se le recuerde después",
    happened: `El deudor quiere que se le recuerde después. ${PAUSED}`,
    task: "Por favor acuerde aquí una fecha. Resuelva la conversación para que los recordatorios continúen.",
  },
  no_text: {
    short: "Envió un archivo o una grabación",
    happened: `El deudor envió algo sin texto, que Saldo no puede leer. ${PAUSED}`,
    task: ANSWER,
  },
  unclear: {
    short: "Escribió algo que una persona debe leer",
    happened: `El deudor escribió algo que Saldo no entiende con seguridad. ${PAUSED}`,
    task: ANSWER,
  },
};

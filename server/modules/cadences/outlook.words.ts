import type { Locale } from "../../shared/locale.js";
import type { Reason } from "../policy/rules.js";

interface Words {
  readonly neverWrote: string;
  readonly repliesOpen: string;
  readonly repliesClosed: string;
  readonly nextPlanned: string;
  readonly nextClosed: string;
  /** One or two words for a closed square of the calendar; the sentence stands below it. */
  readonly closed: (reason: Reason, weekday?: number) => string;
}

const GROUP: Readonly<
  Partial<Record<Reason, "day" | "holiday" | "used" | "channel" | "consent" | "blocked" | "hold" | "number" | "settled">>
> = {
  closed_day: "day",
  hours: "day",
  hours_unknown: "day",
  holiday: "holiday",
  blocked_date: "holiday",
  cap_day: "used",
  cap_week: "used",
  cap_seven_days: "used",
  channels_day: "channel",
  channels_week: "channel",
  channels_seven_days: "channel",
  consent_withdrawn: "consent",
  consent_missing: "consent",
  opted_out: "consent",
  way_out_closed: "blocked",
  hold: "hold",
  hold_debt: "hold",
  recipient_missing: "number",
  recipient_ambiguous: "number",
  recipient_unknown: "number",
  debt_not_owed: "settled",
  no_debt_named: "settled",
};

type Group = NonNullable<(typeof GROUP)[Reason]> | "other";

/** @param days Monday to Sunday: a day of the week that is closed as such is told by its name */
const closed = (days: readonly string[], words: Readonly<Record<Group, string>>) => (reason: Reason, weekday?: number) =>
  (reason === "closed_day" && weekday !== undefined && days[weekday - 1]) || words[GROUP[reason] ?? "other"];

export const outlookWords: Readonly<Record<Locale, Words>> = {
  en: {
    neverWrote: "No message from the debtor yet. An answer is possible for 24 hours after one.",
    repliesOpen: "The debtor wrote; answers are open.",
    repliesClosed: "The last message is more than 24 hours old. Answers are closed until the debtor writes again.",
    nextPlanned: "WhatsApp reminder",
    nextClosed: "A reminder is planned and is not allowed as things stand.",
    closed: closed(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"], {
      day: "Closed",
      holiday: "Holiday",
      used: "Used",
      channel: "Other channel",
      consent: "Not authorised",
      blocked: "Blocked",
      hold: "On hold",
      number: "No number",
      settled: "Nothing owed",
      other: "Closed",
    }),
  },
  es: {
    neverWrote: "Todavía no hay mensajes del deudor. Se puede responder durante las 24 horas siguientes a uno.",
    repliesOpen: "El deudor escribió; se puede responder.",
    repliesClosed: "El último mensaje tiene más de 24 horas. Se podrá responder cuando el deudor vuelva a escribir.",
    nextPlanned: "Recordatorio por WhatsApp",
    nextClosed: "Hay un recordatorio previsto que hoy por hoy no está permitido.",
    closed: closed(["Lunes", "Martes", "Miércoles", "Jueves", "Viernes", "Sábado", "Domingo"], {
      day: "Cerrado",
      holiday: "Festivo",
      used: "Usado",
      channel: "Otro canal",
      consent: "Sin autorización",
      blocked: "Bloqueado",
      hold: "En pausa",
      number: "Sin número",
      settled: "Nada pendiente",
      other: "Cerrado",
    }),
  },
  "pt-BR": {
    neverWrote: "O devedor ainda não escreveu. É possível responder nas 24 horas seguintes a uma mensagem.",
    repliesOpen: "O devedor escreveu; é possível responder.",
    repliesClosed: "A última mensagem tem mais de 24 horas. Será possível responder quando o devedor escrever de novo.",
    nextPlanned: "Lembrete por WhatsApp",
    nextClosed: "Há um lembrete previsto que, no momento, não é permitido.",
    closed: closed(["Segunda", "Terça", "Quarta", "Quinta", "Sexta", "Sábado", "Domingo"], {
      day: "Fechado",
      holiday: "Feriado",
      used: "Usado",
      channel: "Outro canal",
      consent: "Sem autorização",
      blocked: "Bloqueado",
      hold: "Em pausa",
      number: "Sem número",
      settled: "Nada em aberto",
      other: "Fechado",
    }),
  },
};

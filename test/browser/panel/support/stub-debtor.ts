import type { DebtorView } from "../../../../server/contract/portfolio.contract.js";
import { CONVERSATION, DENIED, id, MARISOL, ZONE } from "./stub-data.js";

const cop = (pesos: number) => ({ minor: pesos * 100, currency: "COP" });

export const debtorView = (hostUrl: string): DebtorView => ({
  id: MARISOL,
  name: "Marisol Quintero Ávila",
  externalId: "C-20417",
  kind: "person",
  employment: "employed",
  language: "es-CO",
  country: "CO",
  zones: [ZONE],
  conversation: { id: CONVERSATION, url: `${hostUrl}/app/accounts/7/conversations/${CONVERSATION}` },
  owes: [cop(935_700)],
  overdue: [cop(720_800)],
  debts: [
    {
      id: id(101),
      reference: "CH-118204 / 7",
      product: "Crédito hogar, cuota 7 de 12",
      dueDate: "2026-10-14",
      daysPastDue: 42,
      stage: "d31_90",
      principal: cop(386_400),
      balance: cop(186_400),
      instalment: cop(386_400),
      creditDate: "2026-03-12",
      status: "open",
      held: false,
    },
    {
      id: id(102),
      reference: "CH-118204 / 8",
      product: "Crédito hogar, cuota 8 de 12",
      dueDate: "2026-11-14",
      daysPastDue: 11,
      stage: "d1_30",
      principal: cop(386_400),
      balance: cop(386_400),
      instalment: null,
      creditDate: null,
      status: "open",
      held: false,
    },
    {
      id: id(103),
      reference: "OS-7731",
      product: "Servicio técnico nevera",
      dueDate: "2026-09-30",
      daysPastDue: 56,
      stage: "d31_90",
      principal: cop(148_000),
      balance: cop(148_000),
      instalment: null,
      creditDate: null,
      status: "open",
      held: true,
    },
    {
      id: id(104),
      reference: "TA-5521",
      product: "Tarjeta Alameda",
      dueDate: "2026-12-03",
      daysPastDue: -8,
      stage: "pre_due",
      principal: cop(214_900),
      balance: cop(214_900),
      instalment: null,
      creditDate: null,
      status: "open",
      held: false,
    },
  ],
  contactPoints: [
    {
      id: id(201),
      channel: "whatsapp",
      masked: "••• 4417",
      consent: "granted",
      consentSource: "Contrato",
      consentOn: "2025-03-12",
      usable: true,
      why: null,
    },
    {
      id: id(202),
      channel: "email",
      masked: "m•••@correo.co",
      consent: "withdrawn",
      consentSource: "Chat",
      consentOn: "2026-08-03",
      usable: false,
      why: "Closed until the debtor allows it again.",
    },
  ],
  holds: [
    {
      id: id(301),
      reason: "dispute",
      debtId: id(103),
      from: "2026-11-02T21:20:00.000Z",
      until: "2026-11-27T22:00:00.000Z",
      releasedAt: null,
      by: "Diego Rojas",
      note: "Dice que el técnico no llegó.",
    },
    {
      id: id(302),
      reason: "promise",
      debtId: null,
      from: "2026-11-17T14:44:00.000Z",
      until: null,
      releasedAt: "2026-11-22T05:05:00.000Z",
      by: "Saldo",
      note: null,
    },
  ],
});

const DAYS = ["25", "26", "27", "28", "29", "30", "01", "02", "03", "04", "05", "06", "07", "08"];
const date = (index: number) => `2026-${index < 6 ? "11" : "12"}-${DAYS[index]}`;
const SUNDAYS = new Set([4, 11]);

function cell(channel: "whatsapp" | "call", index: number) {
  if (index === 0) return { channel, state: "used" as const, hours: null, note: "Used", rule: "one_contact_a_day" };
  if (SUNDAYS.has(index)) return { channel, state: "closed" as const, hours: null, note: "Sunday", rule: "hours" };
  if (index === 13) return { channel, state: "closed" as const, hours: null, note: "Holiday", rule: "holidays" };
  if (channel === "call" && index < 4)
    return { channel, state: "closed" as const, hours: null, note: "Closed", rule: "one_channel_a_week" };
  return { channel, state: "open" as const, hours: index === 3 || index === 10 ? "08–15" : "07–19", note: null, rule: null };
}

export const OUTLOOK = {
  zone: ZONE,
  decision: DENIED,
  replies: { open: true, until: "2026-11-26T20:31:00.000Z", text: "The debtor wrote at 15:31. An answer is allowed at any hour." },
  days: DAYS.map((_, index) => ({
    date: date(index),
    cells: [
      cell("whatsapp", index),
      cell("call", index),
      { channel: "email" as const, state: "closed" as const, hours: null, note: "Withdrawn", rule: "authorised_channel" },
    ],
  })),
  rules: [
    { rule: "one_contact_a_day", text: "One contact a day, at 09:12.", source: "Ley 2300 de 2023, art. 3", certainty: "A" as const },
    { rule: "hours", text: "Sundays are closed.", source: "art. 3", certainty: "A" as const },
    { rule: "holidays", text: "Holidays are closed.", source: "art. 3; Ley 51 de 1983", certainty: "A" as const },
    { rule: "one_channel_a_week", text: "One channel a week: WhatsApp.", source: "art. 3", certainty: "A" as const },
    { rule: "authorised_channel", text: "Only authorised channels.", source: "art. 2", certainty: "A" as const },
  ],
  next: {
    state: "planned" as const,
    at: "2026-11-26T14:10:00.000Z",
    text: "WhatsApp reminder, 42 days after",
    step: "d31_90.day_42",
    stepName: "42 days after",
    cadence: { key: "d31_90", name: "31 to 90 days late" },
  },
};

type Kind = "message" | "decision" | "money" | "agreement" | "note" | "hold";
const entry = (at: string, seq: number, kind: Kind, title: string, text: string | null = null, actor = "Saldo") => ({
  at,
  seq,
  type: `${kind}.recorded`,
  kind,
  title,
  text,
  language: text ? "es" : null,
  actor,
  message: null,
});
const sent = (at: string, seq: number, type: string, title: string, text: string | null = null) => ({
  ...entry(at, seq, "message", title, text),
  type,
  message: "ref-of-25-november",
});
export const TIMELINE = [
  entry("2026-11-25T20:31:00.000Z", 183_420, "message", "Marisol wrote by WhatsApp", "¿Puedo pagar en tres cuotas desde el 30?", "Marisol"),
  entry("2026-11-25T20:31:00.000Z", 183_421, "note", "Handed to a person"),
  entry(
    "2026-11-25T16:00:00.000Z",
    183_412,
    "decision",
    "Call denied until Mon 30 Nov, 07:00. One channel a week. Ley 2300 de 2023, art. 3.",
  ),
  sent("2026-11-25T14:18:00.000Z", 182_962, "message.read", "Message read"),
  sent("2026-11-25T14:13:00.000Z", 182_961, "message.delivered", "Message delivered"),
  sent("2026-11-25T14:12:00.000Z", 182_960, "message.intended", "Message about to be sent", "Recibimos $ 200.000 de los $ 386.400…"),
  entry("2026-11-20T23:47:00.000Z", 174_310, "money", "Payment of COP 200,000, PSE"),
  entry("2026-11-02T21:20:00.000Z", 160_020, "hold", "Dispute, OS-7731 on hold", null, "Diego Rojas"),
];

import type { z } from "zod";
import type { DebtorListItem } from "../../../../server/contract/portfolio.contract.js";
import { id, MARISOL, NOW, ROWS } from "./stub-data.js";

export const DEBTORS: z.infer<typeof DebtorListItem>[] = ROWS.map((row, index) => ({
  id: row.debtorId,
  name: row.debtor,
  externalId: `C-2${String(417 + index * 31).padStart(4, "0")}`,
  stage: row.stage,
  owes: [...(row.owes ? [row.owes] : []), ...(index === 5 ? [{ minor: 231_040, currency: "BRL" }] : [])],
  debts: row.debts,
  phoneEnding: String(4417 - index * 123).padStart(4, "0"),
  state:
    (["chased", "chased", "held", "chased", "unreachable", "opted_out", "chased", "chased", "settled", "chased"] as const)[index] ??
    "chased",
}));

export const ATTENTION = [
  {
    id: id(601),
    debtorId: id(3),
    debtor: "Ana Lucía Restrepo",
    reason: "Disputes the debt",
    since: "2026-11-25T19:58:00.000Z",
    conversationUrl: "https://desk.example/app/accounts/7/conversations/48190",
    clock: {
      name: "First answer",
      dueAt: "2026-11-25T21:58:00.000Z",
      isOverdue: true,
      sentence: "closed 14 h 0 min; overdue since Wed 16:58",
    },
  },
  {
    id: id(602),
    debtorId: MARISOL,
    debtor: "Marisol Quintero Ávila",
    reason: "Wrote something a person has to read",
    since: "2026-11-25T20:31:00.000Z",
    conversationUrl: null,
    clock: null,
  },
];

export const DEBTOR_CLOCKS = [
  {
    caseId: id(602),
    policy: "1/inquiry",
    calendar: "desk@1",
    items: [
      {
        clock: "first_answer",
        name: "First answer",
        cycle: 1,
        state: "running",
        startedAt: "2026-11-25T20:31:00.000Z",
        endedAt: null,
        dueAt: "2026-11-26T13:30:00.000Z",
        missedAt: null,
        isOverdue: false,
        elapsedSeconds: 5_400,
        targetSeconds: 7_200,
        sentence: "closed 14 h; due Thu 08:30",
      },
    ],
  },
];

export const PARKED = [
  {
    id: id(701),
    work: "sending messages",
    about: "a message",
    debtorId: id(3),
    debtor: "Ana Lucía Restrepo",
    code: "seal.unreadable",
    problem: "what is stored sealed does not open",
    remedy: "Check that SALDO_MASTER_KEY is the key this was sealed with.",
    attempts: 4,
    since: "2026-11-25T17:00:00.000Z",
    lastAt: "2026-11-25T18:11:00.000Z",
    retryAt: null,
  },
  {
    id: id(702),
    work: "refreshing segments",
    about: "a segment",
    debtorId: null,
    debtor: "",
    code: "data.malformed",
    problem: "stored data cannot be read",
    remedy: "What is stored was damaged: correct and save it in the panel.",
    attempts: 1,
    since: "2026-11-25T20:40:00.000Z",
    lastAt: "2026-11-25T20:40:00.000Z",
    retryAt: "2026-11-25T20:50:00.000Z",
  },
];

const BODY =
  "Hola, Marisol. Le escribe Alameda Hogar. Su cuota 7 del crédito CH-118204, por $ 386.400, venció el 14 de octubre. Si ya pagó, no tenga en cuenta este mensaje.\n\nResponda BAJA para no recibir más.";
const template = (name: string, stage: string, status: string, more = {}) => ({
  name,
  language: "es_CO",
  stage,
  status,
  category: "UTILITY",
  statusAt: "2026-11-12T15:00:00.000Z",
  sendable: status === "approved",
  body: BODY,
  buttons: ["Pagar ahora", "Ya pagué", "Hablar con alguien"],
  ...more,
});
export const TEMPLATES = [
  template("previo_2d", "pre_due", "approved"),
  template("vencido_8d", "d1_30", "approved"),
  template("vencido_35d", "d31_90", "pending", { category: null }),
  template("aviso_91d", "d91_plus", "rejected", { category: "MARKETING" }),
];

export const RECORDS = [
  {
    type: "decision.denied",
    title: "Message not allowed; not sent",
    actor: "system:dispatch",
    debtorId: MARISOL,
    payload: { channel: "whatsapp", rule: "CO-2300/one_contact_a_day", until: "2026-11-26T12:00:00.000Z" },
    personal: null,
  },
  {
    type: "message.accepted",
    title: "The helpdesk took the message",
    actor: "system:dispatch",
    debtorId: id(4),
    payload: { template: "vencido_1d_es_CO", ref: id(504) },
    personal: null,
  },
  {
    type: "payment.recorded",
    title: "Payment received: COP 200,000",
    actor: "user:2",
    debtorId: MARISOL,
    payload: { amount: { minor: 20_000_000, currency: "COP" }, externalId: "PSE-88120" },
    personal: { note: "PSE" },
  },
  {
    type: "dispatch.stopped",
    title: "All sending stopped",
    actor: "user:1",
    debtorId: null,
    payload: { reason: "Wrong interest rate in the template" },
    personal: null,
  },
].map((record, index) => ({
  ...record,
  personalState: record.personal ? "open" : ["none", "erased", "open", "hidden"][index],
  seq: 183_412 - index * 17,
  id: id(800 + index),
  at: `2026-11-25T1${6 - index}:00:00.412Z`,
  version: 1,
  hash: "2c9e77b0d4151f0af396bb2c9e77b0d4151f0af396bb2c9e77b0d4151f0af396",
}));

/** What verifying the journal leaves in it. */
export const VERIFIED = {
  type: "journal.verified",
  title: "Journal verified",
  actor: "user:1",
  debtorId: null,
  payload: { ok: true, records: 183_412, problem: null, badSeq: null },
  personal: null,
  personalState: "none",
  seq: 183_413,
  id: id(799),
  at: NOW,
  version: 1,
  hash: "3d9e77b0d4151f0af396bb2c9e77b0d4151f0af396bb2c9e77b0d4151f0af397",
};

export const RECORD_TYPES = [
  { type: "decision.denied", kind: "decision", title: "Message not allowed; not sent" },
  { type: "message.accepted", kind: "message", title: "The helpdesk took the message" },
  { type: "payment.recorded", kind: "money", title: "Payment received" },
  { type: "promise.kept", kind: "agreement", title: "Promise kept" },
  {
    type: "number.denied",
    kind: "consent",
    title: "A number of several debtors was said to be another's; it is no longer used here",
  },
];

export const KEYS = [
  {
    id: id(901),
    name: "ERP Siesa",
    prefix: "sk_7f3a",
    scopes: ["payments:write", "imports:write"],
    createdAt: "2026-11-02T14:00:00.000Z",
    lastUsedAt: "2026-11-25T13:02:00.000Z",
    revokedAt: null,
  },
  {
    id: id(902),
    name: "Auditor",
    prefix: "sk_19bc",
    scopes: ["journal:read"],
    createdAt: "2026-10-01T14:00:00.000Z",
    lastUsedAt: null,
    revokedAt: "2026-10-20T14:00:00.000Z",
  },
];
export const SESSIONS = [
  { id: id(9_001), current: true, startedAt: NOW, lastSeenAt: NOW, endsAt: NOW },
  { id: id(9_002), current: false, startedAt: NOW, lastSeenAt: NOW, endsAt: NOW },
];

export const PEOPLE = [
  { hostUserId: 1, name: "Laura Medina", role: "administrator", compliance: false },
  { hostUserId: 2, name: "Diego Rojas", role: "agent", compliance: false },
  { hostUserId: 3, name: "Camila Ortiz", role: "agent", compliance: true },
];

import type { AccountSettings, Me } from "../../../../server/contract/accounts.contract.js";
import type { TodayRow, TodayView } from "../../../../server/contract/kpis.contract.js";
import type { DecisionView } from "../../../../server/contract/policy.contract.js";

export const ACCOUNT = "01935b3e-0000-7000-8000-0000000000aa";
export const TOKEN = "right-token-of-laura";
export const ZONE = "America/Bogota";
/** Wednesday 25 November 2026, 15:42 in Bogota. */
export const NOW = "2026-11-25T20:42:07.000Z";
export const PLAN = "digest-of-the-plan";
export const CONVERSATION = 48_211;

export const id = (n: number) => `01935b3e-0000-7000-8000-${String(n).padStart(12, "0")}`;
export const MARISOL = id(1);

export const me = (role: Me["role"], hostUrl: string): Me => ({
  name: role === "compliance" ? "Camila Ortiz" : role === "agent" ? "Diego Rojas" : "Laura Medina",
  hostUserId: role === "compliance" ? 3 : role === "agent" ? 2 : 1,
  role,
  account: { id: ACCOUNT, name: "Alameda Hogar", hostUrl, hostAccountId: 7, zone: ZONE, locale: "es" },
});

export const settings = (hostUrl: string): AccountSettings => ({
  id: ACCOUNT,
  name: "Alameda Hogar",
  hostUrl,
  hostAccountId: 7,
  inboxId: 3,
  inboxName: "WhatsApp Cobranza",
  locale: "es",
  zone: ZONE,
  creditorName: "Alameda Hogar",
  paymentUrl: "https://pagos.alamedahogar.example/pse",
  agentsSeeEachOther: false,
  tabFigures: ["recovery.period", "contact.successful.attempts"],
  teamId: 4,
  label: "saldo",
  dispatch: { enabled: false, stopped: false, changedAt: null, changedBy: null },
  troubles: [],
  hearing: { unreadSince: null, inbox: null, lost: null },
  declaredBy: "Laura Medina",
  declaredAt: "2026-11-02T14:00:00.000Z",
});

type Rule = DecisionView["rules"][number];
const rule = (name: string, text: string, source: string, more: Partial<Rule> = {}): Rule => ({
  rule: `CO-2300/${name}`,
  verdict: "pass",
  class: "law",
  certainty: "A",
  source,
  text,
  ...more,
});

const RULES: readonly Rule[] = [
  rule("zone_known", "Zone known: America/Bogota.", "Saldo", { class: "policy", certainty: "P" }),
  rule("hours", "Permitted hours 07:00–19:00, and it is 15:42 there.", "Ley 2300 de 2023, art. 3"),
  rule("holidays", "Not a holiday.", "Ley 2300 de 2023, art. 3; Ley 51 de 1983"),
  rule("authorised_channel", "WhatsApp authorised on 12 Mar 2025.", "Ley 2300 de 2023, art. 2"),
  rule("one_contact_a_day", "Contacts: 0 of 1 used.", "Ley 2300 de 2023, art. 3"),
  rule("strict_counting", "Everything sent counts, answered or not.", "Superfinanciera, concepto 2023111476", {
    class: "policy",
    certainty: "C",
  }),
];

const withRule = (name: string, change: Partial<Rule>) =>
  RULES.map((entry) => (entry.rule.endsWith(name) ? { ...entry, ...change } : entry));

export const ALLOWED: DecisionView = {
  verdict: "allow",
  notBefore: null,
  notAfter: "2026-11-26T00:00:00.000Z",
  zone: ZONE,
  sentence: "Allowed now, until 19:00. 6 rules passed. Ley 2300 de 2023, arts. 2 and 3.",
  rules: [...RULES],
};
export const DENIED: DecisionView = {
  verdict: "not_before",
  notBefore: "2026-11-26T12:00:00.000Z",
  notAfter: null,
  zone: ZONE,
  sentence: "No new collection message until Thu 26 Nov, 07:00. One contact a day, and 09:12 was today’s. Ley 2300 de 2023, art. 3.",
  rules: withRule("one_contact_a_day", { verdict: "fail", text: "One contact a day, and 09:12 was today’s." }),
};
export const NO_CONSENT: DecisionView = {
  verdict: "deny",
  notBefore: null,
  notAfter: null,
  zone: ZONE,
  sentence: "No new collection message is allowed. No authorisation for WhatsApp is on record. Ley 2300 de 2023, art. 2.",
  rules: withRule("authorised_channel", { verdict: "fail", text: "No authorisation for WhatsApp is on record." }),
};

type Draft = [name: string, days: number, pesos: number, state: TodayRow["state"], decision: DecisionView | null, more?: Partial<TodayRow>];
const DRAFTS: readonly Draft[] = [
  ["Marisol Quintero Ávila", 42, 572_800, "denied", DENIED, { debts: 3 }],
  ["Jorge Hernández Ruiz", 8, 1_248_000, "allowed", ALLOWED],
  ["Ana Lucía Restrepo", 8, 386_400, "answered", ALLOWED, { answer: "dispute", at: "2026-11-25T19:58:00.000Z" }],
  ["Luz Dary Ospina", 1, 98_700, "read", ALLOWED, { at: "2026-11-25T14:18:00.000Z" }],
  ["Carlos Andrés Mejía", 15, 2_914_200, "delivered", ALLOWED, { at: "2026-11-25T14:12:00.000Z" }],
  ["Rafael Nogueira Lima", 35, 148_000, "denied", NO_CONSENT],
  [
    "Mateo Salazar Peña",
    0,
    412_000,
    "later",
    {
      ...DENIED,
      sentence: "No new collection message until Thu 26 Nov, 07:00. Permitted hours are 07:00–19:00. Ley 2300 de 2023, art. 3.",
    },
  ],
  ["Fernanda Sousa Alves", -2, 214_900, "allowed", ALLOWED],
  ["Inversiones El Roble S.A.S.", 95, 18_734_900, "failed", ALLOWED, { at: "2026-11-25T14:10:00.000Z" }],
  ["Yolanda Patricia Cárdenas de Villamizar", 3, 64_250, "unknown", ALLOWED, { at: "2026-11-25T20:40:00.000Z" }],
];

const stageOf = (days: number): TodayRow["stage"] =>
  days < 0 ? "pre_due" : days === 0 ? "due" : days <= 30 ? "d1_30" : days <= 90 ? "d31_90" : "d91_plus";

export const ROWS: readonly TodayRow[] = DRAFTS.map(([debtor, daysPastDue, pesos, state, decision, more], index) => ({
  messageId: id(500 + index),
  debtorId: id(index + 1),
  debtor,
  stage: stageOf(daysPastDue),
  daysPastDue,
  owes: { minor: pesos * 100, currency: "COP" },
  debts: 1,
  step: `${stageOf(daysPastDue)}.${daysPastDue < 0 ? "minus" : "day"}_${Math.abs(daysPastDue)}`,
  stepName: null,
  cadence: { key: "hogar", name: "Hogar Colombia" },
  template: `saldo_${stageOf(daysPastDue)}_reminder`,
  state,
  at: null,
  decision,
  answer: null,
  reason: null,
  ...more,
}));

export const COUNTS: TodayView["counts"] = {
  due: 10,
  allowed: 2,
  later: 1,
  denied: 2,
  sent: 3,
  delivered: 2,
  read: 1,
  answered: 1,
  failed: 1,
  needsPerson: 2,
};
export const DENIED_BY: TodayView["deniedBy"] = [
  { rule: "CO-2300/one_contact_a_day", source: "Ley 2300 de 2023, art. 3", certainty: "A", class: "law", count: 431, later: 400 },
  { rule: "CO-2300/authorised_channel", source: "Ley 2300 de 2023, art. 2", certainty: "A", class: "law", count: 96, later: 0 },
  { rule: "SALDO/hold", source: "Saldo", certainty: "P", class: "policy", count: 64, later: 64 },
];

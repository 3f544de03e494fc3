import { join } from "node:path";
import type { ReportData, ReportRunView } from "../../../../server/contract/kpis/reports.contract.js";
import type { ReportSchedulesPage, SentReport } from "../../../../server/contract/kpis/report-schedules.contract.js";
import { REPORT_KINDS } from "../../../../server/shared/report-kind.js";
import { NO_NAMES } from "../../../../server/modules/kpis/reports/report-names.reader.js";
import { ReportPages } from "../../../../server/modules/kpis/reports/report-page.words.js";
import { MODULES, Words } from "../../../../server/platform/words/words.js";
import { id, ZONE } from "./stub-data.js";

export const WEEK = id(810);
const PAGES = new ReportPages(Words.read(MODULES), join(process.cwd(), "templates"));
const NONE = { part: null, currency: null, text: null, numerator: null, denominator: null, n: null, reason: null, gap: null } as const;

/** A week on which everything a report can say is said. */
const DATA: ReportData = {
  version: 1,
  kind: "weekly",
  account: "Alameda Hogar",
  zone: ZONE,
  from: "2026-11-16",
  to: "2026-11-22",
  before: { from: "2026-11-09", to: "2026-11-15" },
  asOf: "2026-11-23T04:59:59.999Z",
  share: 1,
  figures: [
    {
      id: "collected.total",
      unit: "money",
      better: "up",
      values: [
        {
          now: { ...NONE, state: "value", currency: "COP", text: "262400000.00", n: 986 },
          before: { ...NONE, state: "value", currency: "COP", text: "247300000.00", n: 940 },
          change: { text: "6.1", as: "percent" },
        },
      ],
    },
    {
      id: "contact.successful.attempts",
      unit: "percent",
      better: "up",
      values: [
        {
          now: {
            ...NONE,
            state: "value",
            text: "74.1",
            n: 1_702,
            gap: { state: "missed", side: "below", bound: 80, by: "5.9", part: "whatsapp" },
          },
          before: { ...NONE, state: "value", text: "74.9", n: 1_650 },
          change: { text: "-0.8", as: "points" },
        },
      ],
    },
    {
      id: "cost.per-recovered",
      unit: "percent",
      better: "down",
      values: [{ now: { ...NONE, state: "no_data", reason: "costs" }, before: null, change: null }],
    },
  ],
  collected: [
    {
      currency: "COP",
      days: [
        { day: "2026-11-16", minor: 1_180_000_000, before: 4_400_000_000 },
        { day: "2026-11-17", minor: 5_260_000_000, before: 0 },
      ],
    },
  ],
  trends: [
    {
      id: "contact.successful.attempts",
      unit: "percent",
      points: [
        { from: "2026-11-09", to: "2026-11-15", values: [{ ...NONE, state: "value", text: "74.9" }] },
        { from: "2026-11-16", to: "2026-11-22", values: [{ ...NONE, state: "value", text: "74.1" }] },
      ],
    },
  ],
  ages: [
    {
      currency: "COP",
      debts: 12_406,
      balanceMinor: 579_170_000_000,
      overdueMinor: 277_880_000_000,
      stages: [
        { stage: "pre_due", debts: 6_118, balanceMinor: 291_420_000_000 },
        { stage: "d1_30", debts: 2_987, balanceMinor: 118_260_000_000 },
      ],
    },
  ],
  denials: [{ rule: "CO-2300/day_cap", source: "Ley 2300 de 2023, art. 3", moved: 431, dropped: 12 }],
};

const RUN: ReportRunView = {
  id: WEEK,
  kind: "weekly",
  from: DATA.from,
  to: DATA.to,
  asOf: DATA.asOf,
  cause: "asked",
  madeAt: "2026-11-23T11:00:04.000Z",
  hash: "9f3ca1b2".repeat(8),
  sameAs: null,
};
export const MADE_AGAIN: ReportRunView = { ...RUN, id: id(811), madeAt: "2026-11-25T15:00:00.000Z", sameAs: WEEK };
export const REPORTS: readonly ReportRunView[] = [MADE_AGAIN, RUN];

export function openedReport(run: string, lang: string) {
  return {
    run: REPORTS.find((one) => one.id === run) ?? RUN,
    title: PAGES.title(DATA, lang),
    html: PAGES.html(DATA, lang, NO_NAMES),
    data: DATA,
  };
}

/** One report goes out on Mondays, the others are off. */
export const SCHEDULES: ReportSchedulesPage = {
  mail: true,
  zone: ZONE,
  countries: ["BR", "CO", "MX"],
  items: REPORT_KINDS.map((kind) => ({
    kind,
    enabled: kind === "weekly",
    at: "07:00",
    workingDays: true,
    holidaysOf: null,
    pdf: true,
    xlsx: false,
    next: kind === "weekly" ? { at: "2026-11-30T12:00:00.000Z", from: "2026-11-23", to: "2026-11-29" } : null,
    recipients:
      kind === "weekly"
        ? [
            { id: id(820), hostUserId: 1, name: "Laura Medina", outside: false, lang: "es", reachable: true },
            { id: id(821), hostUserId: null, name: "tesoreria@alameda.example", outside: true, lang: "es", reachable: true },
          ]
        : [],
  })),
  people: [
    { hostUserId: 1, name: "Laura Medina", role: "administrator", reachable: true },
    { hostUserId: 2, name: "Diego Rojas", role: "agent", reachable: false },
  ],
};

const MAIL = { report: WEEK, kind: "weekly", from: DATA.from, to: DATA.to, writtenAt: "2026-11-23T12:00:00.000Z" } as const;
export const SENT: readonly SentReport[] = [
  { ...MAIL, id: id(831), recipient: "tesoreria@alameda.example", outside: true, ...ended("refused", "mail.recipient_refused") },
  { ...MAIL, id: id(830), recipient: "Laura Medina", outside: false, ...ended("sent", null) },
];

function ended(state: SentReport["state"], problem: string | null) {
  return { state, attempts: 1, problem, endedAt: "2026-11-23T12:00:04.000Z" };
}

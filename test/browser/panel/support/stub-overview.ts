import type {
  AttentionItem,
  OverviewAges,
  OverviewCount,
  OverviewDenials,
  OverviewFunnel,
  OverviewToday,
} from "../../../../server/contract/overview.contract.js";
import { NOW, ZONE } from "./stub-data.js";

const told = { zone: ZONE, asOf: NOW, share: 1 };
const month = { from: "2026-11-01", to: "2026-11-25", ...told };

/** From seven o'clock on, as many as there are. */
const from7 = (...counts: number[]) => Array.from({ length: 24 }, (_, hour) => counts[hour - 7] ?? 0);
const count = (name: OverviewCount["name"], hours: number[], weekAgo: number, minor?: number): OverviewCount => ({
  name,
  total: hours.reduce((sum, n) => sum + n, 0),
  hours,
  yesterday: weekAgo + 3,
  weekAgo,
  amounts: minor === undefined ? [] : [{ currency: "COP", minor }],
});

/** A day of the desk; `paid` changes when something happens. */
export function overviewToday(paid = 51): OverviewToday {
  return {
    date: "2026-11-25",
    ...told,
    counts: [
      count("contacted", from7(24, 56, 70, 76, 62, 48, 40, 20, 16), 381),
      count("answered", from7(8, 42, 58, 66, 44, 30, 20, 12, 7), 260),
      count("promised", from7(1, 9, 14, 16, 9, 7, 4, 3, 1), 60, 3_120_000_000),
      count("paid", from7(2, 7, 11, 12, 8, 4, 3, 2, paid - 49), 44, 2_490_000_000),
      count("escalated", from7(0, 1, 2, 2, 1, 0, 1, 1, 1), 11),
      count("denied", from7(40, 24, 18, 14, 12, 10, 8, 8, 4), 120),
    ],
    answeredOfContacted: 287,
    moved: 112,
    dropped: 26,
  };
}

const AGED = [
  ["pre_due", 6_118, 2_914_200_000],
  ["due", 214, 98_700_000],
  ["d1_30", 2_987, 1_182_600_000],
  ["d31_90", 1_845, 861_300_000],
  ["d91_plus", 1_242, 734_900_000],
] as const;

export const OVERVIEW_AGES: OverviewAges = {
  date: "2026-11-25",
  ...told,
  currencies: [
    {
      currency: "COP",
      debts: 12_406,
      balanceMinor: 579_170_000_000,
      overdueDebts: 6_074,
      overdueMinor: 277_880_000_000,
      debtors: 8_114,
      overdueDebtors: 4_598,
      stages: AGED.map(([stage, debts, whole]) => ({ stage, debts, balanceMinor: whole * 100 })),
    },
    {
      currency: "MXN",
      debts: 2,
      balanceMinor: 1_248_050,
      overdueDebts: 0,
      overdueMinor: 0,
      debtors: 2,
      overdueDebtors: 0,
      stages: AGED.map(([stage], age) => ({ stage, debts: age === 0 ? 2 : 0, balanceMinor: age === 0 ? 1_248_050 : 0 })),
    },
  ],
};

export const OVERVIEW_FUNNEL: OverviewFunnel = {
  ...month,
  steps: [
    { step: "planned", debtors: 4_598 },
    { step: "contacted", debtors: 4_212 },
    { step: "delivered", debtors: 4_087 },
    { step: "read", debtors: 3_801 },
    { step: "answered", debtors: 3_022 },
    { step: "agreed", debtors: 1_204 },
    { step: "paid", debtors: 986 },
  ],
  keptBack: 386,
  agreedOtherwise: 12,
  paidOtherwise: 240,
};

const rule = (name: string, source: string, certainty: "A" | "P", moved: number, dropped: number): OverviewDenials["rules"][number] => ({
  rule: name,
  source,
  certainty,
  class: certainty === "A" ? "law" : "policy",
  moved,
  dropped,
});

export const OVERVIEW_DENIALS: OverviewDenials = {
  ...month,
  rules: [
    rule("CO-2300/one_contact_a_day", "Ley 2300 de 2023, art. 3", "A", 431, 0),
    rule("CO-2300/one_channel_a_week", "Ley 2300 de 2023, art. 3", "A", 288, 0),
    rule("CO-2300/hours", "Ley 2300 de 2023, art. 3", "A", 180, 8),
    rule("CO-2300/holidays", "Ley 2300 de 2023, art. 3; Ley 51 de 1983", "A", 73, 68),
    rule("CO-2300/authorised_channel", "Ley 2300 de 2023, art. 2", "A", 0, 96),
    rule("HOUSE/hold", "Account policy", "P", 0, 64),
    rule("HOUSE/zone_known", "Saldo engine, fails closed", "P", 0, 6),
  ],
  moved: 972,
  dropped: 242,
};

export const OVERVIEW_ATTENTION: AttentionItem[] = [
  { code: "cases_waiting", level: "bad", count: 3, of: null, subject: null, since: "2026-11-25T20:20:00.000Z", page: "today" },
  { code: "late_contacts", level: "bad", count: 1, of: null, subject: null, since: "2026-10-26T20:42:07.000Z", page: "compliance" },
  {
    code: "import_rejected",
    level: "warn",
    count: 14,
    of: 3_120,
    subject: "cartera_2026-11-25.csv",
    since: "2026-11-25T13:02:00.000Z",
    page: "imports",
  },
  {
    code: "templates_stopped",
    level: "warn",
    count: 1,
    of: null,
    subject: "saldo_due_reminder_v2",
    since: "2026-11-24T13:02:00.000Z",
    page: "templates",
  },
];

const NOBODY: OverviewFunnel = {
  ...OVERVIEW_FUNNEL,
  steps: OVERVIEW_FUNNEL.steps.map(({ step }) => ({ step, debtors: 0 })),
  keptBack: 0,
  agreedOtherwise: 0,
  paidOtherwise: 0,
};

/** What a fresh installation has. */
export const EMPTY_OVERVIEW = {
  today: {
    ...overviewToday(),
    counts: overviewToday().counts.map((one) => ({ ...one, total: 0, hours: from7(), yesterday: 0, weekAgo: 0, amounts: [] })),
    answeredOfContacted: 0,
    moved: 0,
    dropped: 0,
  },
  ages: { ...OVERVIEW_AGES, currencies: [] },
  funnel: NOBODY,
  denials: { ...OVERVIEW_DENIALS, rules: [], moved: 0, dropped: 0 },
} as const;

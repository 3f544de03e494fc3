import type {
  AttentionItem,
  OverviewAges,
  OverviewCount,
  OverviewDenials,
  OverviewFunnel,
  OverviewToday,
} from "../../../../server/contract/kpis/overview.contract.js";
import type { FigureCutView } from "../../../../server/contract/kpis/cuts.contract.js";
import type { CohortsView, MatrixView } from "../../../../server/contract/kpis/figures.contract.js";
import type { LongCasesView } from "../../../../server/contract/kpis/long-cases.contract.js";
import { id as idOf, MARISOL, NOW, ZONE } from "./stub-data.js";

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
    building: false,
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

const waiting = { openedAt: "2026-11-08T15:00:00.000Z", waitsSince: "2026-11-09T15:00:00.000Z", ownerHidden: false } as const;
export const LONG_CASES: LongCasesView = {
  asOf: NOW,
  total: 2,
  causes: [
    { cause: "owner", count: 1, longest: 17 },
    { cause: "decision", count: 1, longest: 16 },
  ],
  items: [
    {
      ...waiting,
      id: idOf(9_301),
      debtorId: MARISOL,
      debtor: "Marisol Quintero",
      reason: "Has a question",
      cause: "owner",
      days: 17,
      owner: null,
    },
    {
      ...waiting,
      id: idOf(9_302),
      debtorId: null,
      debtor: null,
      reason: "Disputes the debt",
      cause: "decision",
      days: 16,
      owner: "user:1",
    },
  ],
};

const SIDES = ["pre_due", "due", "d1_30", "d31_90", "d91_plus"] as const;
type MatrixRowView = MatrixView["currencies"][number]["rows"][number];

/** A row by its shares of: paid, the five stages, written off, closed. */
function rolled(from: (typeof SIDES)[number], opening: number, n: number, shares: readonly number[]): MatrixRowView {
  const columns = ["paid", ...SIDES, "written_off", "closed"] as const;
  const own = SIDES.indexOf(from);
  return {
    from,
    opening: String(opening),
    n,
    better: null,
    same: null,
    worse: null,
    cells: columns.map((column, index) => {
      const place = SIDES.findIndex((stage) => stage === column);
      const side = place < 0 ? (column as "paid" | "written_off" | "closed") : place < own ? "better" : place > own ? "worse" : "same";
      return { column, side, size: String(Math.round((opening * (shares[index] ?? 0)) / 100)), share: (shares[index] ?? 0).toFixed(1) };
    }),
  };
}

export const OVERVIEW_MATRIX: MatrixView = {
  ...month,
  by: "amount",
  currencies: [
    {
      currency: "COP",
      rows: [
        rolled("pre_due", 287_100_000_000, 6_001, [46.1, 41.7, 0, 12.2, 0, 0, 0, 0]),
        rolled("due", 0, 0, []),
        rolled("d1_30", 116_630_000_000, 2_844, [52.6, 4.8, 0, 24.2, 18.4, 0, 0, 0]),
        rolled("d31_90", 84_200_000_000, 1_790, [28.9, 3.4, 0, 6.1, 37.8, 23.8, 0, 0]),
        rolled("d91_plus", 70_250_000_000, 1_200, [9.7, 1.2, 0, 0.9, 2.6, 81.4, 4.2, 0]),
      ],
      entered: [],
      grown: "0",
      forecast: { collectable: { minor: null, reason: null, why: null }, lost: { minor: null, reason: null, why: null } },
    },
  ],
};

const reading = (
  day: number,
  at: number | null,
  text: string | null,
  n: number,
): CohortsView["currencies"][number]["together"][number] => ({
  day,
  mature: at === day,
  at,
  text,
  numerator: null,
  denominator: "1",
  n,
});
/** Most comes soon, and less and less later. */
const curve = (end: number, last: number) =>
  Array.from({ length: last / 5 + 1 }, (_, index) => ({ day: index * 5, minor: "0", share: end * (1 - Math.exp(-(index * 5) / 16)) }));

export const OVERVIEW_COHORTS: CohortsView = {
  asOf: NOW,
  zone: ZONE,
  through: "2026-11-24",
  share: 1,
  objectives: [30, 60, 90].map((day) => ({ day, from: 65 + day / 6, to: null, attention: null, of: null, source: "Own" })),
  currencies: [
    {
      currency: "COP",
      cohorts: [
        {
          month: "2026-10",
          n: 2_044,
          placed: "1",
          points: curve(90, 25),
          readings: [reading(30, 25, "72.4", 2_044), reading(60, null, null, 2_044), reading(90, null, null, 2_044)],
        },
        {
          month: "2026-09",
          n: 1_902,
          placed: "1",
          points: curve(80, 55),
          readings: [reading(30, 30, "71.8", 1_902), reading(60, 56, "77.3", 1_902), reading(90, null, null, 1_902)],
        },
        {
          month: "2026-08",
          n: 1_866,
          placed: "1",
          points: curve(74, 85),
          readings: [reading(30, 30, "63.7", 1_866), reading(60, 60, "70.8", 1_866), reading(90, 86, "73.6", 1_866)],
        },
        {
          month: "2026-07",
          n: 1_815,
          placed: "1",
          points: curve(69, 90),
          readings: [reading(30, 30, "58.1", 1_815), reading(60, 60, "65.9", 1_815), reading(90, 90, "69.4", 1_815)],
        },
      ],
      together: [],
    },
  ],
};

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

const CUT_NAMES: Readonly<Record<string, string>> = {
  product: "product",
  template: "template and version",
  agent: "agent",
  stage: "stage",
};

/** Cut by whatever is asked for; of agents three rows, one of which has too little to say. */
export function cutOf(query: URLSearchParams): FigureCutView {
  const by = query.get("by") ?? "product";
  const ids = (query.get("ids") ?? "").split(",");
  const money = ids[0]?.startsWith("portfolio.") ?? false;
  const values = {
    agent: ["12", "14", "15"],
    template: ["payment_due_v3", "second_notice_v2"],
    product: ["Home credit", "Card"],
    stage: ["d1_30", "d31_90"],
    hour: ["1-09", "1-12", "5-10", "1-06", "6-21"],
  };
  const rows = values[by as keyof typeof values] ?? values.product;
  const named = (code: string) => ({ code, name: CUT_NAMES[code] ?? code });
  const cases = (index: number) => Math.max(4, 40 - index * 18);
  return {
    from: "2026-11-01",
    to: "2026-11-25",
    zone: "America/Bogota",
    asOf: NOW,
    share: 1,
    by: named(by),
    where: [],
    currency: money ? "COP" : null,
    hidden: by === "agent",
    metrics: ids.map((id) => ({
      id,
      name: id.split(".").at(-1)!.replaceAll("-", " "),
      unit: money ? "money" : id === "work.productivity" ? "count" : "percent",
      cutBy: Object.keys(values).map(named),
    })),
    rows: rows.map((value, index) => ({
      value,
      name: null,
      own: by === "agent" && index === 0,
      figures: ids.map((id) => ({
        id,
        values: [
          {
            state: "value",
            part: null,
            currency: money ? "COP" : null,
            text: money ? `${(3 - index) * 1_000_000}.00` : id === "work.productivity" ? "42" : "82.5",
            n: cases(index),
            numerator: String(Math.round(cases(index) * 0.825)),
            denominator: String(cases(index)),
            reason: null,
            why: null,
            gap: null,
          },
        ],
      })),
    })),
  };
}

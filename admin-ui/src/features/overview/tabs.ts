/** Cards of the overview by id: the name in addresses of single widgets. */
export const CARDS = [
  "ages",
  "matrix",
  "cohorts",
  "funnel",
  "denials",
  "attention",
  "contact",
  "hours",
  "owedBy",
  "contactBy",
  "agents",
  "consolidated",
  "longCases",
] as const;
export type Card = (typeof CARDS)[number];

export const TABS = ["today", "portfolio", "effectiveness", "agents", "compliance", "money"] as const;
export type Tab = (typeof TABS)[number];

/** What stands on each tab: tiles by metric, and cards, the answer first. */
export const ON_TAB: Readonly<Record<Tab, { readonly tiles: readonly string[]; readonly cards: readonly Card[] }>> = {
  today: {
    tiles: [
      "recovery.period",
      "recovery.by-day-30",
      "contact.successful.attempts",
      "promises.kept.amount",
      "cost.per-recovered",
      "schedule.compliance",
    ],
    cards: ["ages", "matrix", "cohorts", "funnel", "denials", "attention"],
  },
  portfolio: {
    tiles: ["portfolio.outstanding", "portfolio.overdue", "portfolio.debtors", "dso.simple", "dso.best-possible", "dso.days-delinquent"],
    cards: ["ages", "matrix", "owedBy"],
  },
  effectiveness: {
    tiles: [
      "recovery.period",
      "effectiveness.period",
      "recovery.time.mean",
      "contact.successful.delivered",
      "promises.rate",
      "promises.kept.count",
    ],
    cards: ["funnel", "contact", "hours", "contactBy", "cohorts"],
  },
  agents: {
    tiles: [
      "work.productivity",
      "response.median",
      "response.within-4-hours",
      "response.resolved-within-24-hours",
      "work.automation",
      "documentation.complete",
    ],
    cards: ["agents", "longCases"],
  },
  compliance: {
    tiles: [
      "schedule.compliance",
      "schedule.prevented",
      "contact.denied",
      "documentation.complete",
      "complaints.formal",
      "complaints.disputes",
    ],
    cards: ["denials", "attention"],
  },
  money: {
    tiles: ["collected.total", "collected.each-paying", "collected.each-open", "recovery.overpaid", "cost.per-recovered", "return.gross"],
    cards: ["ages", "cohorts", "consolidated"],
  },
};

/** Every figure that has a tile on some tab. */
export const TILED: ReadonlySet<string> = new Set(Object.values(ON_TAB).flatMap(({ tiles }) => tiles));

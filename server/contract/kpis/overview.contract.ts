import { z } from "zod";
import { Amount, CurrencyCode, IsoDate, IsoInstant, OwedCurrency, StageName } from "../common.contract.js";
import { CertaintyGrade } from "../policy.contract.js";
import { route } from "../route.js";

const AsOf = IsoInstant.optional().describe("As it was known then; now where it is left out");
const Share = z.number().min(0).max(1).describe("Share of the journal that is in the numbers; below 1 while they are being built");
const PeriodQuery = {
  from: IsoDate.optional().describe("First day; the first of the month where it is left out"),
  to: IsoDate.optional().describe("Last day, included; the day of `asOf` where it is left out"),
  asOf: AsOf,
};
const PeriodPart = {
  from: IsoDate.describe("First day, in the account's zone"),
  to: IsoDate.describe("Last day, included"),
  zone: z.string(),
  asOf: IsoInstant.describe("What was written down later does not count"),
  share: Share,
};

export const OVERVIEW_COUNTS = ["contacted", "answered", "promised", "paid", "escalated", "denied"] as const;
export type OverviewCountName = (typeof OVERVIEW_COUNTS)[number];

export const OverviewCount = z.object({
  name: z.enum(OVERVIEW_COUNTS),
  total: z.int().describe("Debtors for contacted and answered; promises, payments, cases, and attempts kept back for the others"),
  hours: z.array(z.int()).length(24).describe("By the hour on the account's wall in which it happened"),
  yesterday: z.int().describe("Up to the same time yesterday, as it was known then"),
  weekAgo: z.int().describe("The same, a week earlier"),
  amounts: z.array(Amount).describe("Of promises and payments, one a currency; less what was taken back"),
});
export type OverviewCount = z.infer<typeof OverviewCount>;

/** What happened today, whatever day it was planned for. */
export const OverviewToday = z.object({
  date: IsoDate,
  zone: z.string(),
  asOf: IsoInstant,
  share: Share,
  building: z.boolean().describe("So much of the journal is missing that the numbers are not whole; a moment's delay is none"),
  counts: z.array(OverviewCount).describe("In the order of a day's work"),
  answeredOfContacted: z.int().describe("Of those who were contacted today, who answered already"),
  moved: z.int().describe("Of what was denied, what a rule moved to a later hour or day"),
  dropped: z.int().describe("Of what was denied, what is not sent at all"),
});
export type OverviewToday = z.infer<typeof OverviewToday>;

export const OverviewAges = z.object({
  date: IsoDate.describe("The day of `asOf` in the account's zone; debts are as old as they are on it"),
  zone: z.string(),
  asOf: IsoInstant,
  share: Share,
  currencies: z
    .array(
      z.object({
        currency: CurrencyCode,
        debts: z.int(),
        balanceMinor: z.int(),
        overdueDebts: z.int(),
        overdueMinor: z.int(),
        debtors: z.int(),
        overdueDebtors: z.int(),
        stages: z.array(z.object({ stage: StageName, debts: z.int(), balanceMinor: z.int() })).describe("Every stage, youngest first"),
      }),
    )
    .describe(
      "What is owed, one a currency: amounts are never added across them. That of the country the account works in first, then by debtors",
    ),
});
export type OverviewAges = z.infer<typeof OverviewAges>;

export const FUNNEL_STEPS = ["planned", "contacted", "delivered", "read", "answered", "agreed", "paid"] as const;

export const OverviewFunnel = z.object({
  ...PeriodPart,
  steps: z
    .array(z.object({ step: z.enum(FUNNEL_STEPS), debtors: z.int() }))
    .describe("Debtors, each step part of the one before: who was to be contacted, up to who paid after agreeing to"),
  keptBack: z.int().describe("Debtors who were not contacted because a rule kept every attempt back"),
  agreedOtherwise: z.int().describe("Contacted debtors who promised without having answered a message"),
  paidOtherwise: z.int().describe("Contacted debtors who paid without an agreement"),
});
export type OverviewFunnel = z.infer<typeof OverviewFunnel>;

export const OverviewDenials = z.object({
  ...PeriodPart,
  rules: z
    .array(
      z.object({
        rule: z.string().describe("`PACK/rule`"),
        source: z.string(),
        certainty: CertaintyGrade,
        class: z.enum(["law", "policy", "engine"]),
        moved: z.int().describe("Attempts moved to a later hour or day"),
        dropped: z.int().describe("Attempts that are not made at all"),
      }),
    )
    .describe("The rule that kept most back first"),
  moved: z.int(),
  dropped: z.int(),
});
export type OverviewDenials = z.infer<typeof OverviewDenials>;

export const ATTENTION_CODES = [
  "cases_waiting",
  "late_contacts",
  "parked_work",
  "payments_unplaced",
  "import_failed",
  "import_rejected",
  "templates_stopped",
  "alerts_open",
] as const;

export const AttentionItem = z.object({
  code: z.enum(ATTENTION_CODES),
  level: z.enum(["bad", "warn"]).describe("`bad`: somebody waits for us, or a rule was broken"),
  count: z.int(),
  of: z.int().nullable().describe("Of how many"),
  subject: z.string().nullable().describe("Which file, template or matter"),
  since: IsoInstant.nullable(),
  page: z.enum(["today", "payments", "imports", "templates", "compliance", "alerts"]).describe("Where it is dealt with"),
});
export type AttentionItem = z.infer<typeof AttentionItem>;

export const overviewRoutes = {
  overviewToday: route({
    method: "GET",
    path: "/api/overview/today",
    access: "user",
    query: z.object({ asOf: AsOf }),
    response: OverviewToday,
    summary: "What happened today: contacted, answered, promised, paid, escalated, denied, hour by hour",
  }),
  overviewAges: route({
    method: "GET",
    path: "/api/overview/ages",
    access: "user",
    query: z.object({
      asOf: AsOf,
      currency: OwedCurrency.optional().describe("This currency alone"),
      where: z.string().max(2_000).optional().describe("What is of some values alone, as in `GET /api/figures/cut`"),
    }),
    response: OverviewAges,
    summary: "What is owed by age of the debt, at any past instant",
  }),
  overviewFunnel: route({
    method: "GET",
    path: "/api/overview/funnel",
    access: "user",
    query: z.object(PeriodQuery),
    response: OverviewFunnel,
    summary: "From whom was to be contacted to who paid, in debtors",
  }),
  overviewDenials: route({
    method: "GET",
    path: "/api/overview/denials",
    access: "user",
    query: z.object(PeriodQuery),
    response: OverviewDenials,
    summary: "What the contact rules kept back, by rule with its source",
  }),
  overviewAttention: route({
    method: "GET",
    path: "/api/overview/attention",
    access: "user",
    response: z.object({ asOf: IsoInstant, items: z.array(AttentionItem).describe("What is most urgent first") }),
    summary: "What needs somebody now, and where to go for it",
  }),
};

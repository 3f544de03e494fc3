import { z } from "zod";
import { Amount, CadenceName, CurrencyCode, Id, IdParams, IsoDate, IsoInstant, LocaleTag, StageName } from "./common.contract.js";
import { GapView, objectivesRoutes, ObjectiveView } from "./kpis/objectives.contract.js";
import { CertaintyGrade, DecisionView } from "./policy.contract.js";
import { QuietSource } from "./kpis/quiet-source.contract.js";
import { route } from "./route.js";

export const TodayRow = z.object({
  messageId: Id.nullable().describe("Null when nothing could be planned"),
  debtorId: Id,
  debtor: z.string(),
  stage: StageName,
  daysPastDue: z.int(),
  owes: Amount.nullable().describe("In the currency of the debt that leads; null where nothing of the debtor is on file any more"),
  debts: z.int(),
  step: z.string(),
  stepName: z.string().nullable().describe("As its cadence names it; null in messages of the time before cadences had names"),
  cadence: CadenceName.nullable(),
  template: z.string().nullable(),
  state: z.enum(["allowed", "later", "denied", "sending", "sent", "delivered", "read", "answered", "failed", "unknown"]),
  at: IsoInstant.nullable().describe("When it was or will be sent, or the last change"),
  decision: DecisionView.nullable(),
  answer: z.string().nullable().describe("Intent of the debtor's last answer"),
  reason: z.string().nullable().describe("Why it waits or was set aside where no rule says it, in the reader's language"),
});
export type TodayRow = z.infer<typeof TodayRow>;

export const TodayView = z.object({
  date: IsoDate,
  zone: z.string(),
  asOf: IsoInstant,
  dispatch: z.object({ enabled: z.boolean(), stopped: z.boolean() }),
  planDigest: z.string().describe("Pass to turn-on: proves that this plan was seen"),
  counts: z.object({
    due: z.int(),
    allowed: z.int(),
    later: z.int(),
    denied: z.int(),
    sent: z.int(),
    delivered: z.int(),
    read: z.int(),
    answered: z.int(),
    failed: z.int(),
    needsPerson: z.int(),
  }),
  opensAt: IsoInstant.nullable().describe("When the first of those that wait may go out; null where none waits for an hour"),
  deniedBy: z.array(
    z.object({
      rule: z.string(),
      source: z.string(),
      certainty: CertaintyGrade,
      class: z.enum(["law", "policy", "engine"]),
      count: z.int().describe("Messages it keeps back today"),
      later: z.int().describe("Those of them that wait; the others do not go out"),
    }),
  ),
  items: z.array(TodayRow),
  next: z.string().nullable(),
});
export type TodayView = z.infer<typeof TodayView>;

/** A piece of Saldo's own work that could not be done: for one row, or for the account as a whole. */
export const ParkedView = z.object({
  id: Id,
  work: z.string().describe("What Saldo was doing, in the reader's language"),
  about: z.string().describe("What it could not work on, in the reader's language"),
  debtorId: Id.nullable(),
  debtor: z.string().describe("Empty where it is about no debtor, or the name cannot be read"),
  code: z.string().describe("Stable code of the problem"),
  problem: z.string().describe("Why, in the reader's language"),
  remedy: z.string().describe("What to do about it, in the reader's language"),
  attempts: z.int(),
  since: IsoInstant,
  lastAt: IsoInstant,
  retryAt: IsoInstant.nullable().describe("When Saldo tries again by itself; null: when somebody says so"),
});
export type ParkedView = z.infer<typeof ParkedView>;

/** One line of a formula, read from left to right. */
export const MetricTerm = z.object({
  sign: z.enum(["plus", "minus"]),
  measure: z.string().describe("One of `measures`"),
  name: z.string().describe("In the reader's language"),
  overMonths: z.boolean().describe("Divided by the months of the period first"),
});
export type MetricTerm = z.infer<typeof MetricTerm>;

const MeasureUnit = z.enum(["money", "money_days", "count", "days", "milliseconds"]);
const Figures = z.union([z.number(), z.array(z.number()), z.array(z.array(z.number()))]);

export const MetricDefinition = z.object({
  id: z.string().describe("Stable name of the metric"),
  number: z.string().nullable().describe("The field's number for it"),
  name: z.string(),
  text: z.string().describe("What it says, in the reader's language"),
  unit: z.enum(["percent", "days", "money", "count", "duration", "points", "multiple"]),
  better: z.enum(["up", "down", "band"]),
  method: z
    .enum(["quotient", "total", "median", "survival", "countback", "matrix", "forecast", "peak"])
    .describe("How the measures become the figure"),
  numerator: z.array(MetricTerm),
  denominator: z.array(MetricTerm).nullable(),
  timesDays: z.boolean().describe("The quotient is multiplied by the days of the period"),
  perCurrency: z.boolean().describe("Made of amounts: one figure a currency, never added up"),
  edges: z.array(
    z.object({
      code: z.string(),
      does: z.enum(["no_data", "not_applicable", "counted", "left_out", "capped", "subtracted", "restated", "apart", "exact"]),
      when: z.string(),
      outcome: z.string().describe("What the figure does then"),
    }),
  ),
  objectives: z.array(ObjectiveView),
  dimensions: z.array(z.object({ code: z.string(), name: z.string() })),
  cases: z.string().describe("What is listed when the figure is opened"),
  pending: z.object({ code: z.string(), text: z.string() }).nullable().describe("Why it has no facts yet; null where it has"),
  instead: z.object({ id: z.string(), name: z.string() }).nullable().describe("What is offered where this does not apply"),
  example: z.object({
    rows: z.array(z.object({ measure: z.string(), name: z.string(), unit: MeasureUnit, figures: Figures })),
    days: z.int().nullable(),
    months: z.int().nullable(),
    above: z.number().nullable().describe("Above the line, added up; null where it is no quotient"),
    below: z.number().nullable(),
    result: z.string().describe("Decimal text with the digits it is printed with; milliseconds for a duration"),
  }),
});
export type MetricDefinition = z.infer<typeof MetricDefinition>;

/** Readings of one thing, side by side and never mixed. */
export const MetricFigure = z.object({
  key: z.string(),
  name: z.string(),
  family: z.string().describe("One of `families`"),
  example: z.string().nullable().describe("The worked example told, where its numbers do not speak for themselves"),
  metrics: z.array(MetricDefinition),
});
export type MetricFigure = z.infer<typeof MetricFigure>;

export const MetricMeasure = z.object({
  key: z.string(),
  name: z.string(),
  text: z.string().describe("What is counted, in the reader's language"),
  unit: MeasureUnit,
  by: z.enum(["value_date", "event", "due", "opening", "as_of", "cohort"]).describe("By which date it is in a period"),
});
export type MetricMeasure = z.infer<typeof MetricMeasure>;

export const MetricsView = z.object({
  families: z.array(z.object({ key: z.string(), name: z.string() })),
  figures: z.array(MetricFigure),
  measures: z.array(MetricMeasure),
});
export type MetricsView = z.infer<typeof MetricsView>;

export const FigureValue = z.object({
  state: z.enum(["value", "no_data", "not_applicable"]),
  part: z
    .object({ code: z.string(), name: z.string() })
    .nullable()
    .describe("Of a figure that has several: which one this is, in the reader's language"),
  currency: CurrencyCode.nullable().describe("Of a figure made of amounts; amounts of different currencies are never added"),
  text: z
    .string()
    .nullable()
    .describe("Plain decimal text in the figure's unit, with as many places as it takes to show no bound that was not reached"),
  numerator: z.string().nullable().describe("Whole number: minor units of amounts, counts, days, milliseconds"),
  denominator: z.string().nullable(),
  n: z.int().nullable().describe("Cases behind it"),
  reason: z.string().nullable().describe("Code of why there is none"),
  why: z.string().nullable().describe("The same in the reader's language"),
  gap: GapView.nullable().describe("How it stands to the objective in force; null without a value or an objective for the whole"),
});
export type FigureValue = z.infer<typeof FigureValue>;

export const FiguresView = z.object({
  from: IsoDate.describe("First day, in the account's zone"),
  to: IsoDate.describe("Last day, included"),
  zone: z.string(),
  asOf: IsoInstant.describe("What was written down later does not count"),
  share: z.number().min(0).max(1).describe("Share of the journal that is in the figures; below 1 while they are being built"),
  figures: z.array(
    z.object({
      id: z.string(),
      number: z.string().nullable(),
      name: z.string(),
      unit: z.string(),
      values: z.array(FigureValue).describe("One a currency where it is made of amounts, else one"),
    }),
  ),
  quiet: z.array(QuietSource).describe("Sources that have gone quiet, and which of the figures hang on them"),
});
export type FiguresView = z.infer<typeof FiguresView>;

export const kpisRoutes = {
  ...objectivesRoutes,
  today: route({
    method: "GET",
    path: "/api/today",
    access: "user",
    query: z.object({
      cursor: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(100),
      state: z.enum(["allowed", "later", "denied", "sent", "answered", "failed"]).optional(),
      rule: z.string().max(100).optional().describe("Only what this rule keeps back, as `deniedBy` names it"),
      lang: LocaleTag.default("en"),
    }),
    response: TodayView,
    summary: "Who is due today, who may be written to, who not and why, and what came back",
  }),
  metrics: route({
    method: "GET",
    path: "/api/metrics",
    access: "user",
    query: z.object({ lang: LocaleTag.default("en") }),
    response: MetricsView,
    summary: "How every figure is made: formula, objective, edges, a worked example, and what it waits for",
  }),
  figures: route({
    method: "GET",
    path: "/api/figures",
    access: "user",
    query: z.object({
      from: IsoDate.optional().describe("First day; the first of this month where it is left out"),
      to: IsoDate.optional().describe("Last day, included; today where it is left out"),
      asOf: IsoInstant.optional().describe("As it was known then; now where it is left out"),
      lang: LocaleTag.default("en"),
    }),
    response: FiguresView,
    summary: "The figures of a period, as they were known at any past instant",
  }),
  parked: route({
    method: "GET",
    path: "/api/parked",
    access: "user",
    query: z.object({ lang: LocaleTag.default("en") }),
    response: z.object({
      items: z.array(ParkedView),
      total: z.int().describe("How many there are; the longest waiting of them are listed"),
    }),
    summary: "What Saldo could not work on, why, and what to do about it",
  }),
  retryParked: route({
    method: "POST",
    path: "/api/parked/:id/retry",
    access: "admin",
    params: IdParams,
    body: z.object({}),
    response: null,
    summary: "Has a thing that could not be worked on tried again at once",
  }),
};

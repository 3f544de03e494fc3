import { z } from "zod";
import { CurrencyCode, Id, IsoDate, IsoInstant, LocaleTag, OwedCurrency, StageName } from "../common.contract.js";
import { FigureValue, MetricDefinition } from "../kpis.contract.js";
import { route } from "../route.js";

const PeriodQuery = z.object({
  from: IsoDate.optional().describe("First day; the first of this month where it is left out"),
  to: IsoDate.optional().describe("Last day, included; today where it is left out"),
  asOf: IsoInstant.optional().describe("As it was known then; now where it is left out"),
  currency: OwedCurrency.optional().describe("This one alone; each there is where it is left out"),
  lang: LocaleTag.default("en"),
});

const Whole = z.string().describe("Whole number: minor units of amounts, else a count");
const Share = z
  .string()
  .nullable()
  .describe(
    "Per cent as plain decimal text, with as many places as it takes to show no bound that was not reached; null: nothing was there",
  );

const MatrixColumn = z.enum([...StageName.options, "paid", "written_off", "closed"]);

export const MatrixRow = z.object({
  from: StageName,
  opening: Whole.describe("What was there when the period began: minor units, or accounts"),
  n: z.int().describe("Accounts that were there"),
  better: Share.describe("Is in a younger stage now"),
  same: Share,
  worse: Share.describe("Is in an older stage now: the roll rate of this stage"),
  cells: z
    .array(
      z.object({
        column: MatrixColumn,
        side: z.enum(["better", "same", "worse", "paid", "written_off", "closed"]),
        size: Whole,
        share: Share,
      }),
    )
    .describe("One a column; together they are `opening`, and 100 per cent"),
});
export type MatrixRow = z.infer<typeof MatrixRow>;

const ForecastLine = z.object({
  minor: z.string().nullable().describe("Minor units, rounded to the unit; null where there is no forecast"),
  reason: z.string().nullable().describe("Code of why there is none"),
  why: z.string().nullable().describe("The same in the reader's language"),
});

export const MatrixView = z.object({
  from: IsoDate,
  to: IsoDate.describe("Last day, included"),
  zone: z.string(),
  asOf: IsoInstant,
  share: z.number().min(0).max(1).describe("Share of the journal that is in it"),
  by: z.enum(["amount", "accounts"]),
  currencies: z.array(
    z.object({
      currency: CurrencyCode,
      rows: z.array(MatrixRow).describe("One a stage, youngest first; an account is in the stage of its oldest debt"),
      entered: z
        .array(z.object({ stage: StageName, size: Whole }))
        .describe("What was not there before, by the stage it is in now; in no row"),
      grown: Whole.describe("What is owed more on accounts that were there; in no row"),
      forecast: z
        .object({ collectable: ForecastLine, lost: ForecastLine })
        .describe("What becomes of what is owed at the end if every period moved as this one did; always of amounts"),
    }),
  ),
});
export type MatrixView = z.infer<typeof MatrixView>;

export const CohortReadingView = z.object({
  day: z.int().describe("Days since placement"),
  mature: z.boolean().describe("All of it is old enough. What is not is in no average"),
  at: z.int().nullable().describe("The day it is read on: `day`, or the last one that all of it has reached; null where there is none yet"),
  text: Share,
  numerator: z.string().nullable(),
  denominator: z.string(),
  n: z.int().describe("Debts"),
});
export type CohortReadingView = z.infer<typeof CohortReadingView>;

export const CohortView = z.object({
  month: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .describe("Month of placement, in the account's zone"),
  n: z.int().describe("Debts"),
  placed: Whole,
  points: z
    .array(z.object({ day: z.int(), minor: Whole, share: z.number().describe("Per cent, for the place of a point") }))
    .describe(
      "What had come by that many days after the placement of each debt: a point where something came, and the last day all have reached",
    ),
  readings: z.array(CohortReadingView),
});
export type CohortView = z.infer<typeof CohortView>;

export const CohortsView = z.object({
  asOf: IsoInstant,
  zone: z.string(),
  through: IsoDate.describe("The last whole day that is known"),
  share: z.number().min(0).max(1),
  objectives: z.array(
    z.object({
      day: z.int(),
      from: z.number().nullable().describe("Per cent; included"),
      to: z.number().nullable(),
      attention: z.number().nullable(),
      of: z.string().nullable().describe("The part it holds for, in the reader's language; null for all"),
      source: z.string(),
    }),
  ),
  currencies: z.array(
    z.object({
      currency: CurrencyCode,
      cohorts: z.array(CohortView).describe("Newest first; months without a placement are left out"),
      together: z.array(CohortReadingView).describe("Over the cohorts that are old enough: a quotient of sums"),
    }),
  ),
});
export type CohortsView = z.infer<typeof CohortsView>;

const CasesQuery = PeriodQuery.extend({
  part: z.enum(["numerator", "denominator"]).default("numerator"),
  stage: StageName.optional().describe("Of roll rate and matrix: accounts that were in this stage"),
  column: MatrixColumn.optional().describe("Of the matrix: what stands in this column now"),
  where: z.string().max(2_000).optional().describe("What is of some values alone, as in `GET /api/figures/cut`"),
});

export const FigureCaseView = z.object({
  key: z.string().describe("Unlike any other of its term"),
  nature: z
    .enum(["debt", "debtor", "payment", "promise", "attempt", "denial", "inquiry", "activity", "agent_day"])
    .describe("What the case is"),
  measure: z.string().describe("The term it is in; one of `terms`"),
  debtorId: Id.nullable().describe("Null where it is about nobody, or nothing of the debtor is on file any more"),
  debtor: z.string().nullable().describe("Null where the name cannot be read"),
  reference: z.string().nullable().describe("Of the debt"),
  day: IsoDate.nullable().describe("Due date of a debt or promise, value date of money, day of an attempt, of placement in a cohort"),
  until: IsoDate.nullable().describe("Where days are counted: they go from `day` to here"),
  note: z.string().nullable().describe("What became of it, its template or its rule; in the reader's language where it has words"),
  currency: CurrencyCode.nullable(),
  size: Whole.describe("What it adds to the part, with its sign"),
});
export type FigureCaseView = z.infer<typeof FigureCaseView>;

export const FigureCasesView = z.object({
  id: z.string(),
  number: z.string().nullable(),
  figure: z.string().describe("Name of the figure this is a reading of"),
  name: z.string(),
  text: z.string().describe("What it says, in the reader's language"),
  unit: MetricDefinition.shape.unit,
  from: IsoDate,
  to: IsoDate.describe("Last day, included"),
  zone: z.string(),
  asOf: IsoInstant,
  share: z.number().min(0).max(1).describe("Share of the journal that is in it"),
  currency: CurrencyCode.nullable().describe("Null for what is no amount: cases of whatever currency"),
  currencies: z.array(CurrencyCode).describe("Those it can be asked for in"),
  where: z.array(z.object({ dimension: z.object({ code: z.string(), name: z.string() }), values: z.array(z.string()) })),
  part: z.enum(["numerator", "denominator"]),
  hasDenominator: z.boolean(),
  values: z.array(FigureValue),
  kind: z.enum(["money", "money_days", "count", "days", "milliseconds"]).describe("Unit of `sum` and of each `size`"),
  terms: z.array(
    z.object({ measure: z.string(), name: z.string(), text: z.string(), sign: z.enum(["plus", "minus"]), count: z.int(), sum: Whole }),
  ),
  count: z.int(),
  sum: Whole.describe("Over all cases, not those of this page alone"),
  items: z.array(FigureCaseView).describe("Most first: by amount, or the newest; never by age"),
  next: z.string().nullable(),
});
export type FigureCasesView = z.infer<typeof FigureCasesView>;

const MetricParams = z.object({ metric: z.string().max(100).describe("One of `GET /api/metrics`") });

export const figuresRoutes = {
  matrix: route({
    method: "GET",
    path: "/api/figures/matrix",
    access: "user",
    query: PeriodQuery.extend({ by: z.enum(["amount", "accounts"]).default("amount") }),
    response: MatrixView,
    summary: "How balances or accounts moved between stages in a period, and where that leads",
  }),
  cohorts: route({
    method: "GET",
    path: "/api/figures/cohorts",
    access: "user",
    query: PeriodQuery.omit({ from: true, to: true }),
    response: CohortsView,
    summary: "What the debts placed in each of the last twelve months brought, by days since their placement",
  }),
  cases: route({
    method: "GET",
    path: "/api/figures/:metric/cases",
    access: "user",
    params: MetricParams,
    query: CasesQuery.extend({ cursor: z.string().max(300).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }),
    response: FigureCasesView,
    summary: "The cases behind a figure, with the sum they add up to",
  }),
  casesFile: route({
    method: "GET",
    path: "/api/figures/:metric/cases/file",
    access: "user",
    params: MetricParams,
    query: CasesQuery,
    response: "stream",
    streams: "text/csv",
    summary: "All cases behind a figure as CSV, with its title, filters, zone and instant",
  }),
};

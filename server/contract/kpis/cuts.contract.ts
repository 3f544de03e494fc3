import { z } from "zod";
import { CurrencyCode, IdParams, IsoDate, IsoInstant, LocaleTag, OwedCurrency } from "../common.contract.js";
import { FiguresView, FigureValue, MetricDefinition } from "../kpis.contract.js";
import { route } from "../route.js";

const Named = z.object({ code: z.string(), name: z.string().describe("In the reader's language") });

export const FigureCutView = z.object({
  from: IsoDate,
  to: IsoDate.describe("Last day, included"),
  zone: z.string(),
  asOf: IsoInstant,
  share: z.number().min(0).max(1).describe("Share of the journal that is in it"),
  by: Named.nullable().describe("Null: what the filters leave, in one row"),
  where: z.array(z.object({ dimension: Named, values: z.array(z.string()) })),
  currency: CurrencyCode.nullable(),
  metrics: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      unit: MetricDefinition.shape.unit,
      cutBy: z.array(Named).describe("What it can be cut by"),
    }),
  ),
  rows: z
    .array(
      z.object({
        value: z.string().nullable().describe("Code of the value; null where it is not known, and of what no person did"),
        name: z.string().nullable().describe("Where the account gave it one"),
        own: z.boolean().describe("The reader's own, where it is cut by agent"),
        figures: z.array(z.object({ id: z.string(), values: z.array(FigureValue) })),
      }),
    )
    .describe("By what is counted in the first of the figures, most first. Something may be in several segments"),
  hidden: z.boolean().describe("Rows of other agents are left out: the reader may not see them"),
});
export type FigureCutView = z.infer<typeof FigureCutView>;

export const FilteredFiguresView = FiguresView.extend({
  where: z.array(z.object({ dimension: Named, values: z.array(z.string()) })),
  figures: z.array(
    FiguresView.shape.figures.element.extend({
      notBy: z.array(Named).describe("What it was to be filtered by and cannot be; it has no values then, and is never shown as a whole"),
    }),
  ),
});
export type FilteredFiguresView = z.infer<typeof FilteredFiguresView>;

export const CutValuesView = z.object({
  dimensions: z.array(Named).describe("What figures can be filtered by"),
  of: z.enum(["debts", "attempts"]).nullable().describe("What is counted: open debts, or attempts of the period"),
  values: z
    .array(
      z.object({
        value: z.string().nullable().describe("Null: it is not known of these; `-` in a filter"),
        name: z.string().nullable().describe("Where the account gave it one"),
        n: z.int(),
      }),
    )
    .describe("Of the dimension that was asked for, most first. Something may be in several segments"),
  more: z.int().describe("Values that are left out"),
});
export type CutValuesView = z.infer<typeof CutValuesView>;

export const DebtorFiguresView = z.object({
  from: IsoDate,
  to: IsoDate.describe("Last day, included"),
  zone: z.string(),
  asOf: IsoInstant,
  segment: z.object({ key: z.string(), name: z.string().nullable() }).nullable().describe("Null where the debtor is in none"),
  figures: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        unit: MetricDefinition.shape.unit,
        own: FigureValue.nullable(),
        segment: FigureValue.nullable(),
      }),
    )
    .describe("Those the account chose for the conversation tab"),
});
export type DebtorFiguresView = z.infer<typeof DebtorFiguresView>;

const Where = z
  .string()
  .max(2_000)
  .optional()
  .describe("dimension:value, several values with |, several dimensions with commas; - is what is not known");
const Asked = {
  from: IsoDate.optional().describe("First day; the first of this month where it is left out"),
  to: IsoDate.optional().describe("Last day, included; today where it is left out"),
  asOf: IsoInstant.optional().describe("As it was known then; now where it is left out"),
  currency: OwedCurrency.optional().describe("Of amounts; each there is where it is left out"),
  lang: LocaleTag.default("en"),
};

export const cutsRoutes = {
  cut: route({
    method: "GET",
    path: "/api/figures/cut",
    access: "user",
    query: z.object({
      ids: z.string().min(1).max(1_000).describe("Metrics, with commas between"),
      by: z.string().max(40).optional().describe("A dimension; everything together where it is left out"),
      where: Where,
      ...Asked,
    }),
    response: FigureCutView,
    summary: "Figures of parts: of each value of a dimension, of what is of some values alone",
  }),
  filtered: route({
    method: "GET",
    path: "/api/figures/filtered",
    access: "user",
    query: z.object({ ids: z.string().min(1).max(4_000).describe("Metrics, with commas between"), where: Where, ...Asked }),
    response: FilteredFiguresView,
    summary: "Figures of what is of some values alone, as one answers for the whole",
  }),
  debtorFigures: route({
    method: "GET",
    path: "/api/debtors/:id/figures",
    access: "user",
    params: IdParams,
    query: z.object({ lang: LocaleTag.default("en") }),
    response: DebtorFiguresView,
    summary: "A debtor beside the segment, by the figures chosen for the conversation tab, over the last ninety days",
  }),
  cutValues: route({
    method: "GET",
    path: "/api/figures/filters",
    access: "user",
    query: z.object({ dimension: z.string().max(40).optional().describe("The dimension whose values are wanted"), ...Asked }),
    response: CutValuesView,
    summary: "What figures can be filtered by, and the values there are with their counts",
  }),
};

import { z } from "zod";
import { CurrencyCode, Id, IdParams, IsoDate, IsoInstant, LocaleTag, OwedCurrency, page, PageQuery } from "../common.contract.js";
import { FigureValue, MetricDefinition } from "../kpis.contract.js";
import { route } from "../route.js";

const Rate = z
  .string()
  .regex(/^\d{1,9}(\.\d{1,12})?$/, "must be a rate such as 0.00025")
  .describe("What one unit of `currency` is worth in `into`, as plain decimal text");
const Source = z.string().trim().min(2).max(120).describe("Who published it, such as a central bank");

export const ExchangeRateView = z.object({
  id: Id,
  currency: CurrencyCode,
  into: CurrencyCode,
  day: IsoDate,
  rate: Rate,
  source: z.string(),
  recordedAt: IsoInstant,
  by: z.string().describe("Who entered it, as the journal names people"),
});
export type ExchangeRateView = z.infer<typeof ExchangeRateView>;

const Part = z.object({
  measure: z.string(),
  name: z.string().describe("In the reader's language"),
  currency: CurrencyCode,
  day: IsoDate.describe("Value date of money, due date of what fell overdue, the day a balance stood on"),
  minor: z.string().describe("Integer minor units of `currency`"),
});

export const ConsolidatedView = z.object({
  from: IsoDate,
  to: IsoDate.describe("Last day, included"),
  zone: z.string(),
  asOf: IsoInstant,
  share: z.number().min(0).max(1),
  into: CurrencyCode.nullable().describe("Null: no rate is entered into any currency"),
  targets: z.array(CurrencyCode).describe("Currencies there are rates into"),
  lasts: z.int().describe("Days a rate holds where the days after it have none"),
  figures: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      unit: MetricDefinition.shape.unit,
      value: FigureValue.describe("No value where a rate is missing or too old"),
      rows: z
        .array(
          Part.extend({
            rate: Rate.describe("1 of what is in that currency already"),
            rateDay: IsoDate,
            source: z.string().nullable().describe("Null of what is in that currency already"),
            into: z.string().describe("Integer minor units of `into`, each row rounded by itself: together they are the figure"),
          }),
        )
        .describe("Everything it is made of"),
      missing: z.array(Part.extend({ lastDay: IsoDate.nullable().describe("Of the last rate, which is too old; null: there is none") })),
    }),
  ),
});
export type ConsolidatedView = z.infer<typeof ConsolidatedView>;

export const ratesRoutes = {
  consolidated: route({
    method: "GET",
    path: "/api/figures/consolidated",
    access: "user",
    query: z.object({
      ids: z.string().min(1).max(500).describe("Metrics, with commas between"),
      into: OwedCurrency.optional().describe("The currency; the one rates were last entered into where it is left out"),
      from: IsoDate.optional().describe("First day; the first of this month where it is left out"),
      to: IsoDate.optional().describe("Last day, included; today where it is left out"),
      asOf: IsoInstant.optional().describe("As it was known then, by the rates known then; now where it is left out"),
      lang: LocaleTag.default("en"),
    }),
    response: ConsolidatedView,
    summary: "Figures over several currencies in one, with the rows and rates they are made of",
  }),
  rates: route({
    method: "GET",
    path: "/api/rates",
    access: "user",
    query: PageQuery,
    response: page(ExchangeRateView),
    summary: "The account's table of exchange rates, the last entered first",
  }),
  setRate: route({
    method: "PUT",
    path: "/api/rates",
    access: "admin",
    scope: "costs:write",
    body: z.object({ currency: OwedCurrency, into: OwedCurrency, day: IsoDate, rate: Rate, source: Source }),
    response: ExchangeRateView,
    summary: "Sets the rate of a day; one of the same currencies and day is replaced",
  }),
  removeRate: route({
    method: "DELETE",
    path: "/api/rates/:id",
    access: "admin",
    params: IdParams,
    response: null,
    summary: "Takes a rate out of the table",
  }),
};

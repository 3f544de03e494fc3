import { z } from "zod";
import { CurrencyCode, IsoDate, IsoInstant, LocaleTag } from "../common.contract.js";
import { FigureValue } from "../kpis.contract.js";
import { QuietSource } from "./quiet-source.contract.js";
import { route } from "../route.js";

export const SERIES_STEPS = ["day", "week", "month"] as const;

export const FigurePoint = z.object({
  from: IsoDate.describe("First day, in the account's zone"),
  to: IsoDate.describe("Last day, included"),
  complete: z.boolean().describe("False for the period that has not ended at `asOf`"),
  values: z.array(FigureValue).describe("One a currency where it is made of amounts, else one; of the currency that was asked for alone"),
});
export type FigurePoint = z.infer<typeof FigurePoint>;

export const FigureSeries = z.object({
  id: z.string(),
  number: z.string().nullable(),
  name: z.string().describe("In the reader's language"),
  unit: z.string(),
  points: z.array(FigurePoint).describe("Oldest first"),
});
export type FigureSeries = z.infer<typeof FigureSeries>;

export const FigureSeriesView = z.object({
  step: z.enum(SERIES_STEPS),
  zone: z.string(),
  asOf: IsoInstant.describe("What was written down later does not count"),
  share: z.number().min(0).max(1).describe("Share of the journal that is in the figures; below 1 while they are being built"),
  currency: CurrencyCode.nullable().describe("As it was asked for"),
  quiet: z.array(QuietSource).describe("Sources that have gone quiet, and which of the figures hang on them"),
  series: z.array(FigureSeries).describe("In the order they were asked for"),
});
export type FigureSeriesView = z.infer<typeof FigureSeriesView>;

export const seriesRoutes = {
  series: route({
    method: "GET",
    path: "/api/figures/series",
    access: "user",
    query: z.object({
      ids: z.string().min(1).max(1_000).describe("Metrics, with commas between"),
      currency: z.string().max(8).optional().describe("ISO 4217; every currency where it is left out"),
      asOf: IsoInstant.optional().describe("As it was known then, up to the period it lies in; now where it is left out"),
      step: z.enum(SERIES_STEPS).default("day").describe("Weeks begin on Monday"),
      periods: z.coerce.number().int().min(1).default(7),
      lang: LocaleTag.default("en"),
    }),
    response: FigureSeriesView,
    summary: "Figures of the last days, weeks or months, oldest first",
  }),
};

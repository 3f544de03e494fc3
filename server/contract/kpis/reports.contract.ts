import { z } from "zod";
import { REPORT_KINDS } from "../../shared/report-kind.js";
import { CurrencyCode, Id, IdParams, IsoDate, IsoInstant, LocaleTag, page, PageQuery, StageName } from "../common.contract.js";
import { FigureValue } from "../kpis.contract.js";
import { route } from "../route.js";

/** As it was known then, or as it is known now. */
export const REPORT_KNOWN = ["then", "now"] as const;

export const ReportRunView = z.object({
  id: Id,
  kind: z.enum(REPORT_KINDS),
  from: IsoDate.describe("First day, in the account's zone"),
  to: IsoDate.describe("Last day, included"),
  asOf: IsoInstant.describe("What was written down later does not count"),
  cause: z.enum(["scheduled", "asked"]),
  madeAt: IsoInstant,
  hash: z.string().describe("SHA-256 of the data: the same period as known at the same instant always has the same"),
  sameAs: Id.nullable().describe("An earlier run with the same data; null where there is none"),
});
export type ReportRunView = z.infer<typeof ReportRunView>;

const ReportedValue = FigureValue.omit({ why: true });

export const ReportFigure = z.object({
  id: z.string(),
  unit: z.string(),
  better: z.enum(["up", "down", "band"]),
  values: z.array(
    z.object({
      now: ReportedValue,
      before: ReportedValue.nullable().describe("In the period before, as it was known at the same instant"),
      change: z
        .object({ text: z.string().describe("Plain decimal text"), as: z.enum(["points", "percent"]) })
        .nullable()
        .describe("Points of a percentage, else per cent of what it was; null where that cannot be said"),
    }),
  ),
});
export type ReportFigure = z.infer<typeof ReportFigure>;

/** What only some kinds of report say; absent in reports that were made before there was any of it. */
const ReportSections = z.object({
  attention: z
    .array(
      z.object({
        id: z.string().describe("The figure"),
        currency: CurrencyCode.nullable(),
        state: z.enum(["missed", "attention", "alert"]).describe("`alert`: called somebody, and is within its objective or has none"),
        figure: ReportedValue.nullable().describe("Of the period; null where the report does not tell it otherwise"),
        since: IsoDate.nullable().describe("The day its alert was raised; null where none stands"),
        owner: z.string().nullable().describe("Who took the alert up, as the journal names people; null: nobody"),
      }),
    )
    .nullable(),
  cuts: z.array(
    z.object({
      by: z.string(),
      figures: z.array(z.object({ id: z.string(), unit: z.string() })),
      rows: z.array(z.object({ value: z.string().nullable(), values: z.array(z.array(ReportedValue)) })).describe("The largest first"),
      more: z.int().describe("Rows that are left out"),
    }),
  ),
  costs: z
    .array(
      z.object({
        currency: CurrencyCode,
        kinds: z.array(z.object({ kind: z.string(), minor: z.int().nullable().describe("Null: not entered for every month") })),
        known: z.int(),
        whole: z.boolean(),
      }),
    )
    .nullable(),
  changes: z
    .array(
      z.object({
        at: IsoInstant,
        type: z.string(),
        subject: z.string(),
        actor: z.string(),
        before: ReportedValue.nullable().describe("Answered attempts of its earlier versions, in the period before and this one"),
        after: ReportedValue.nullable().describe("Answered attempts of the version that was published, in this period"),
      }),
    )
    .nullable(),
});
export type ReportSections = z.infer<typeof ReportSections>;

/** What a report says, in no language: made once and never changed. */
export const ReportData = z.object({
  version: z.literal(1),
  kind: z.enum(REPORT_KINDS),
  account: z.string(),
  zone: z.string(),
  from: IsoDate,
  to: IsoDate,
  before: z.object({ from: IsoDate, to: IsoDate }),
  asOf: IsoInstant,
  share: z.number().describe("Share of the journal that was in the figures"),
  figures: z.array(ReportFigure),
  collected: z
    .array(
      z.object({
        currency: CurrencyCode,
        days: z.array(z.object({ day: IsoDate, minor: z.int(), before: z.int().nullable() })),
      }),
    )
    .describe("Money that came in, day by day beside the day of the period before; one a currency"),
  trends: z.array(
    z.object({
      id: z.string(),
      unit: z.string(),
      points: z.array(z.object({ from: IsoDate, to: IsoDate, values: z.array(ReportedValue) })),
    }),
  ),
  ages: z.array(
    z.object({
      currency: CurrencyCode,
      debts: z.int(),
      balanceMinor: z.int(),
      overdueMinor: z.int(),
      stages: z.array(z.object({ stage: StageName, debts: z.int(), balanceMinor: z.int() })),
    }),
  ),
  denials: z.array(z.object({ rule: z.string(), source: z.string(), moved: z.int(), dropped: z.int() })),
  sections: ReportSections.optional(),
});
export type ReportData = z.infer<typeof ReportData>;

const READER = { lang: LocaleTag.default("en") };

export const reportsRoutes = {
  reports: route({
    method: "GET",
    path: "/api/reports",
    access: "compliance",
    query: PageQuery.extend({ kind: z.enum(REPORT_KINDS).optional() }),
    response: page(ReportRunView),
    summary: "Reports that were made, the newest first",
  }),
  makeReport: route({
    method: "POST",
    path: "/api/reports",
    access: "admin",
    body: z.object({
      kind: z.enum(REPORT_KINDS),
      day: IsoDate.optional().describe("A day of the day, week or month meant; the last complete one where it is left out"),
      known: z.enum(REPORT_KNOWN).default("then"),
    }),
    response: ReportRunView,
    summary: "Makes a report of a period, as it was known when the period ended or as it is known now; sends nothing",
  }),
  report: route({
    method: "GET",
    path: "/api/reports/:id",
    access: "compliance",
    params: IdParams,
    query: z.object(READER),
    response: z.object({
      run: ReportRunView,
      title: z.string(),
      html: z.string().describe("The report as a page without scripts, in the reader's language"),
      data: ReportData,
    }),
    summary: "One report: its data, and as a page in the reader's language",
  }),
  reportFile: route({
    method: "GET",
    path: "/api/reports/:id/file",
    access: "compliance",
    params: IdParams,
    query: z.object({ ...READER, format: z.enum(["html", "pdf", "xlsx", "csv"]).default("xlsx") }),
    response: "stream",
    streams: "application/octet-stream",
    summary: "A report as a page, as PDF with charts, as a workbook with real numbers and dates, or as CSV",
  }),
};

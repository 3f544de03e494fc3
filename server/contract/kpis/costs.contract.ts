import { z } from "zod";
import { Id, IdParams, IsoDate, IsoInstant, LocaleTag, OwedCurrency, page, PageQuery, StageName } from "../common.contract.js";
import { FigureValue } from "../kpis.contract.js";
import { route } from "../route.js";
import { ObjectiveView } from "./objectives.contract.js";

const Lang = z.object({ lang: LocaleTag.default("en") });
const Reason = z.string().trim().min(3).max(300);
export const CostKindName = z.enum(["people", "messages", "tools", "fees", "other"]);
const Minor = z.int().describe("Integer minor units");
const Decimal = z.string().regex(/^\d{1,15}(\.\d{1,4})?$/, "must be an amount such as 1250.50");

export const CostReport = z.object({
  kind: CostKindName,
  amount: Decimal.describe("0 says that there was none"),
  currency: OwedCurrency,
  from: IsoDate.describe("First day it is for"),
  to: IsoDate.optional().describe("Last day, included; the first where it is left out"),
  cadence: z.string().trim().min(1).max(64).nullable().default(null),
  stage: StageName.nullable().default(null),
  note: z.string().trim().min(1).max(300).nullable().default(null),
  externalId: z.string().trim().min(1).max(100).nullable().default(null).describe("Its id at the source; the same id twice is one cost"),
});

export const CostEntryView = z.object({
  id: Id,
  kind: CostKindName,
  minor: Minor.describe("Negative in a line that takes another back"),
  currency: z.string(),
  from: IsoDate,
  to: IsoDate,
  cadence: z.string().nullable(),
  stage: StageName.nullable(),
  note: z.string().nullable(),
  source: z.enum(["hand", "file", "api"]),
  batch: Id.nullable().describe("The file it came in"),
  reverses: Id.nullable().describe("The line it takes back"),
  reversedBy: Id.nullable().describe("The line that takes it back"),
  recordedAt: IsoInstant,
  by: z.string().describe("Who entered it, as the journal names people"),
});
export type CostEntryView = z.infer<typeof CostEntryView>;

const ByKind = z.record(CostKindName, Minor.nullable()).describe("Null where it is not known for every month");
export const CostMonth = z.object({
  from: IsoDate,
  to: IsoDate.describe("Last day, included; today in the running month"),
  running: z.boolean(),
  byKind: ByKind,
  known: Minor.describe("What is known, of all kinds"),
  missing: z.array(CostKindName).describe("Kinds that are not known; none: `known` is the cost"),
  recovered: Minor.describe("Net of what was taken back"),
  perRecovered: FigureValue,
  gross: FigureValue.describe("All money that came counts, whoever made it come"),
});
export type CostMonth = z.infer<typeof CostMonth>;

export const CostsView = z.object({
  currency: z.string().nullable().describe("The one that is shown; null where there is none"),
  currencies: z.array(z.string()),
  zone: z.string(),
  today: IsoDate,
  asOf: IsoInstant,
  months: z.array(CostMonth).describe("Newest first"),
  whole: CostMonth.nullable().describe("All months that are over and whose costs are known, as one period"),
  objective: ObjectiveView.nullable(),
  unpriced: z
    .array(z.object({ country: z.string().nullable(), category: z.string().nullable(), messages: z.int() }))
    .describe("Delivered messages of these months without a price, by what the price is asked for"),
});
export type CostsView = z.infer<typeof CostsView>;

export const CostSplitRow = z.object({
  key: z.string().nullable().describe("Cadence or stage; null: of none of them"),
  messages: z.int(),
  known: Minor,
  recovered: Minor.nullable().describe("Null where it is not known by what it came"),
});
export type CostSplitRow = z.infer<typeof CostSplitRow>;
export const CostSplitView = z.object({ by: z.enum(["cadence", "stage"]), from: IsoDate, to: IsoDate, rows: z.array(CostSplitRow) });
export type CostSplitView = z.infer<typeof CostSplitView>;

export const PriceView = z.object({
  id: Id,
  country: z.string().describe("ISO 3166-1"),
  category: z.enum(["utility", "marketing", "authentication"]),
  price: z.string().describe("Plain decimal text of one delivered message"),
  currency: z.string(),
  from: IsoDate,
});
export type PriceView = z.infer<typeof PriceView>;
const PriceTable = z.object({ items: z.array(PriceView) });

const CostFile = z.object({
  fileName: z.string().trim().min(1).max(200),
  base64: z.string().min(1).max(1_000_000).describe("The file's bytes: CSV in any usual encoding, or XLSX"),
});
export const CostFileView = z.object({
  rows: z.int(),
  accepted: z.array(
    z.object({ line: z.int(), kind: CostKindName, minor: Minor, currency: z.string(), from: IsoDate, to: IsoDate, known: z.boolean() }),
  ),
  refused: z.array(z.object({ line: z.int(), problem: z.string(), text: z.string().describe("In the reader's language") })),
});
export type CostFileView = z.infer<typeof CostFileView>;

export const costsRoutes = {
  costs: route({
    method: "GET",
    path: "/api/costs",
    access: "user",
    query: Lang.extend({ currency: OwedCurrency.optional(), months: z.coerce.number().int().min(1).max(24).default(6) }),
    response: CostsView,
    summary: "What collecting cost and brought back, month by month",
  }),
  costSplit: route({
    method: "GET",
    path: "/api/costs/split",
    access: "user",
    query: z.object({
      by: z.enum(["cadence", "stage"]),
      currency: OwedCurrency,
      month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, "must be a month such as 2026-10"),
    }),
    response: CostSplitView,
    summary: "The costs of a month by cadence or stage, as far as it is known for which they were",
  }),
  costEntries: route({
    method: "GET",
    path: "/api/costs/entries",
    access: "user",
    query: PageQuery,
    response: page(CostEntryView),
    summary: "The ledger of costs, newest first",
  }),
  recordCost: route({
    method: "POST",
    path: "/api/costs",
    access: "admin",
    scope: "costs:write",
    body: CostReport,
    response: CostEntryView,
    summary: "Enters a cost; the same external id twice changes nothing",
  }),
  reverseCost: route({
    method: "POST",
    path: "/api/costs/:id/reverse",
    access: "admin",
    scope: "costs:write",
    params: IdParams,
    body: z.object({ reason: Reason }),
    response: CostEntryView,
    summary: "Takes a cost back by a line of the opposite amount",
  }),
  previewCosts: route({
    method: "POST",
    path: "/api/costs/preview",
    access: "admin",
    largestBody: 1_100_000,
    query: Lang,
    body: CostFile,
    response: CostFileView,
    summary: "Reads a file of costs and says what would be entered and what is refused",
  }),
  importCosts: route({
    method: "POST",
    path: "/api/costs/import",
    access: "admin",
    largestBody: 1_100_000,
    query: Lang,
    body: CostFile,
    response: CostFileView.extend({ batch: Id.nullable().describe("What undoes it; null where nothing was new") }),
    summary: "Enters the costs of a file; rows that are refused are named and left out",
  }),
  undoCosts: route({
    method: "POST",
    path: "/api/costs/imports/:id/undo",
    access: "admin",
    params: IdParams,
    body: z.object({ reason: Reason }),
    response: z.object({ takenBack: z.int() }),
    summary: "Takes back every cost of a file that still stands",
  }),
  prices: route({
    method: "GET",
    path: "/api/prices",
    access: "user",
    response: PriceTable,
    summary: "What a delivered message costs, by country and category",
  }),
  setPrice: route({
    method: "PUT",
    path: "/api/prices",
    access: "admin",
    body: z.object({
      country: z.string().regex(/^[A-Z]{2}$/, "must be an ISO 3166 code such as CO"),
      category: z.enum(["utility", "marketing", "authentication"]),
      price: z.string().regex(/^\d{1,6}(\.\d{1,6})?$/, "must be a price such as 0.0080"),
      currency: OwedCurrency,
      from: IsoDate.describe("First day it holds"),
    }),
    response: PriceTable,
    summary: "Sets the price of a message from a day on",
  }),
  removePrice: route({
    method: "DELETE",
    path: "/api/prices/:id",
    access: "admin",
    params: IdParams,
    response: PriceTable,
    summary: "Takes a price out of the table; the one before it holds on",
  }),
};

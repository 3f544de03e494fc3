import { z } from "zod";
import { CurrencyCode, IsoDate, IsoInstant, LocaleTag } from "../common.contract.js";
import { route } from "../route.js";
import { GapView, MetricParams } from "./objectives.contract.js";

const Lang = z.object({ lang: LocaleTag.default("en") });
const Reason = z.string().trim().min(3).max(300);
const End = z.number().min(-1_000_000).max(1_000_000).nullable();
const Key = z.string().trim().min(1).max(80).describe("As the list names it");
const Band = {
  from: End.describe("In the unit of the metric's objective, included; null: no lower end"),
  to: End,
  source: z.string().describe("Whose number it is"),
  dated: IsoDate.describe("The day it was published, or looked up where it bears none"),
};

export const BenchmarksView = z.object({
  from: IsoDate.describe("First day of the figures that are compared: this month so far"),
  to: IsoDate,
  items: z.array(
    z.object({
      key: Key,
      metric: z.string(),
      ...Band,
      of: z.string().nullable().describe("For whom it holds, in the reader's language or the account's words; null for all"),
      hidden: z.boolean().describe("A published one that the account does not want to see"),
      own: z
        .object({ setAt: IsoInstant, setBy: z.string() })
        .nullable()
        .describe("The account's own, since when and by whom; null: published"),
      published: z.object(Band).nullable().describe("What holds again when the account's own is taken back"),
      gaps: z
        .array(z.object({ currency: CurrencyCode.nullable(), gap: GapView }))
        .describe("How this month stands to it, one a currency where the figure is made of amounts; empty without a figure"),
    }),
  ),
});
export type BenchmarksView = z.infer<typeof BenchmarksView>;

const Written = {
  from: End.default(null),
  to: End.default(null),
  label: z.string().trim().min(1).max(80).nullable().default(null).describe("For whom it holds, in own words"),
  source: z.string().trim().min(3).max(200),
  dated: IsoDate,
  reason: Reason,
};

export const benchmarksRoutes = {
  benchmarks: route({
    method: "GET",
    path: "/api/benchmarks",
    access: "user",
    query: Lang,
    response: BenchmarksView,
    summary: "What others reach, with source and day, and how this month stands to it",
  }),
  addBenchmark: route({
    method: "POST",
    path: "/api/benchmarks",
    access: "admin",
    query: Lang,
    body: z.object({ metric: MetricParams.shape.metric, ...Written }),
    response: BenchmarksView,
    summary: "Adds a benchmark of the account's own",
  }),
  setBenchmark: route({
    method: "PUT",
    path: "/api/benchmarks",
    access: "admin",
    query: Lang,
    body: z.object({ key: Key, ...Written }),
    response: BenchmarksView,
    summary: "Puts the account's own benchmark in place of one",
  }),
  removeBenchmark: route({
    method: "POST",
    path: "/api/benchmarks/remove",
    access: "admin",
    query: Lang,
    body: z.object({ key: Key, reason: Reason }),
    response: BenchmarksView,
    summary: "Takes a benchmark out; a published one can be shown again",
  }),
  resetBenchmark: route({
    method: "POST",
    path: "/api/benchmarks/reset",
    access: "admin",
    query: Lang,
    body: z.object({ key: Key, reason: Reason }),
    response: BenchmarksView,
    summary: "Shows the published benchmark again",
  }),
};

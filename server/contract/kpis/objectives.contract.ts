import { z } from "zod";
import { IsoInstant, LocaleTag } from "../common.contract.js";
import { route } from "../route.js";

/** For which part of the portfolio an objective holds, where not for all of it. */
const ObjectivePartName = z.enum(["person", "company", "whatsapp", "call", "email"]);
const Bound = z.number().nullable();
const Lang = z.object({ lang: LocaleTag.default("en") });

export const ObjectiveView = z.object({
  from: Bound.describe("In the unit of the metric, hours for a duration; included"),
  to: Bound,
  attention: Bound.describe("Beyond this, on the bad side, somebody has to look at once"),
  of: z.string().nullable().describe("The part it holds for, in the reader's language; null for all"),
  part: ObjectivePartName.nullable().describe("The same as a code"),
  source: z.string().describe("Whose number it is, in the reader's language"),
  own: z.object({ setAt: IsoInstant, setBy: z.string() }).nullable().describe("The account's own, since when and by whom; null: published"),
  published: z
    .object({ from: Bound, to: Bound, attention: Bound, source: z.string() })
    .nullable()
    .describe("What holds again when the account's own is taken back; null where nothing is published"),
});
export type ObjectiveView = z.infer<typeof ObjectiveView>;

/** How a figure stands to the objective in force. */
export const GapView = z.object({
  state: z.enum(["met", "missed", "attention"]).describe("`attention`: missed, and beyond what needs a look at once"),
  side: z.enum(["above", "below"]).nullable().describe("Where the figure lies, seen from the bound it misses"),
  bound: z.number().nullable().describe("The bound it misses, in the unit of the objective"),
  by: z.string().nullable().describe("Distance to it as plain decimal text: in the unit of the objective, of a percentage in points"),
  part: ObjectivePartName.nullable().describe("Part of the portfolio the objective is for; null for all"),
});
export type GapView = z.infer<typeof GapView>;

export const MetricParams = z.object({
  metric: z
    .string()
    .max(64)
    .regex(/^[a-z]+(?:[.-][a-z0-9]+)+$/, "must be the id of a metric such as recovery.period")
    .describe("Id of a metric, as GET /api/metrics lists it"),
});
const Objectives = z.object({ objectives: z.array(ObjectiveView) });

export const objectivesRoutes = {
  setObjective: route({
    method: "PUT",
    path: "/api/metrics/:metric/objective",
    access: "admin",
    params: MetricParams,
    query: Lang,
    body: z.object({
      from: Bound.default(null),
      to: Bound.default(null),
      attention: Bound.default(null),
      of: ObjectivePartName.nullable().default(null),
      reason: z.string().trim().min(3).max(300),
    }),
    response: Objectives,
    summary: "Sets the account's own objective for a figure",
  }),
  resetObjective: route({
    method: "DELETE",
    path: "/api/metrics/:metric/objective",
    access: "admin",
    params: MetricParams,
    query: Lang.extend({ of: ObjectivePartName.optional() }),
    response: Objectives,
    summary: "Takes the account's own objective back; the published one holds again",
  }),
};

import { z } from "zod";
import { CurrencyCode, Id, IdParams, IsoDate, IsoInstant, LocaleTag, page, PageQuery } from "../common.contract.js";
import { route } from "../route.js";
import { MetricParams } from "./objectives.contract.js";

const Lang = z.object({ lang: LocaleTag.default("en") });
const Reason = z.string().trim().min(3).max(300);
const Threshold = z
  .number()
  .min(-1_000_000)
  .max(1_000_000)
  .describe("In the unit of the metric's objective: per cent, days, hours of a duration");

const AlertRuleParts = {
  side: z.enum(["above", "below"]).describe("Where the figure is bad, seen from the threshold"),
  raise: Threshold.describe("Beyond this, not on it, a reading counts towards an alert"),
  clear: Threshold.describe("Back to this or better, a reading counts towards its end; between both nothing changes"),
  readings: z.int().min(1).max(60).describe("Readings in a row, one a day, that it takes either way"),
  days: z.int().min(1).max(366).describe("Days a reading is about"),
  least: z.int().min(1).max(1_000_000).describe("A reading with fewer cases behind it says nothing"),
  note: z.int().min(1).nullable().describe("Number of the helpdesk's conversation in which a private note is written"),
  mail: z.boolean(),
  on: z.boolean().describe("Off: nothing is read, and the default does not hold either"),
};
const AlertSilence = z
  .enum(["no_data", "few", "quiet"])
  .nullable()
  .describe("Why the reading says nothing: no data, too few cases, a source gone quiet; null where it does");
const Figure = z.string().describe("Plain decimal text, as figures are told");

const AlertReadingView = z.object({ day: IsoDate, figure: Figure.nullable(), n: z.int().nullable(), silent: AlertSilence });

export const AlertRuleView = z.object({
  metric: z.string(),
  name: z.string().describe("In the reader's language"),
  unit: z.string(),
  ...AlertRuleParts,
  own: z
    .object({ setAt: IsoInstant, setBy: z.string() })
    .nullable()
    .describe("The account's own, since when and by whom; null: the default"),
  byDefault: z.object(AlertRuleParts).nullable().describe("What follows from the objective; null where there is none"),
  last: z
    .array(AlertReadingView.extend({ currency: CurrencyCode.nullable(), run: z.int(), raised: z.boolean() }))
    .describe("The last reading, one a currency where it is made of amounts"),
});
export type AlertRuleView = z.infer<typeof AlertRuleView>;

export const AlertView = z.object({
  id: Id,
  metric: z.string(),
  name: z.string().describe("In the reader's language"),
  unit: z.string(),
  currency: CurrencyCode.nullable(),
  side: AlertRuleParts.side,
  raise: Threshold,
  clear: Threshold,
  readings: z.int(),
  days: z.int(),
  raised: z.object({
    day: IsoDate.describe("Last day of the reading"),
    from: IsoDate.describe("First day of the reading"),
    at: IsoInstant,
    figure: Figure,
    n: z.int(),
  }),
  last: AlertReadingView.extend({ from: IsoDate }).nullable().describe("The newest reading of an open one"),
  cleared: z.object({ day: IsoDate, at: IsoInstant, figure: Figure.nullable().describe("Null: nobody watches it any more") }).nullable(),
  acknowledged: z.object({ at: IsoInstant, by: z.string().describe("As the journal names people"), reason: z.string() }).nullable(),
  note: z.int().nullable(),
  noteState: z
    .enum(["none", "due", "writing", "written", "failed"])
    .describe("`writing`: it was tried, and nobody knows what became of it"),
});
export type AlertView = z.infer<typeof AlertView>;

const AlertRuleTable = z.object({
  rules: z.array(AlertRuleView).describe("In the order of the registry; those that are off as well"),
  mail: z.boolean().describe("Whether Saldo can send mail"),
});

export const alertsRoutes = {
  alerts: route({
    method: "GET",
    path: "/api/alerts",
    access: "user",
    query: Lang,
    response: z.object({ items: z.array(AlertView).describe("Those nobody has taken up first") }),
    summary: "Figures that are beyond their threshold",
  }),
  pastAlerts: route({
    method: "GET",
    path: "/api/alerts/past",
    access: "user",
    query: PageQuery.extend(Lang.shape),
    response: page(AlertView),
    summary: "Alerts that have ended, the newest first",
  }),
  acknowledgeAlert: route({
    method: "POST",
    path: "/api/alerts/:id/acknowledge",
    access: "admin",
    params: IdParams,
    query: Lang,
    body: z.object({ reason: Reason }),
    response: AlertView,
    summary: "Takes an alert up and says what is done about it; it stays until the figure is well",
  }),
  alertRules: route({
    method: "GET",
    path: "/api/alerts/rules",
    access: "user",
    query: Lang,
    response: AlertRuleTable,
    summary: "When a figure calls somebody, and what the last readings were",
  }),
  setAlertRule: route({
    method: "PUT",
    path: "/api/alerts/rules/:metric",
    access: "admin",
    params: MetricParams,
    query: Lang,
    body: z.object({
      ...AlertRuleParts,
      note: AlertRuleParts.note.default(null),
      mail: z.boolean().default(false),
      on: z.boolean().default(true),
      reason: Reason,
    }),
    response: AlertRuleTable,
    summary: "Sets when a figure calls somebody, in place of the default",
  }),
  resetAlertRule: route({
    method: "DELETE",
    path: "/api/alerts/rules/:metric",
    access: "admin",
    params: MetricParams,
    query: Lang,
    response: AlertRuleTable,
    summary: "Takes the account's own rule back; the default holds again",
  }),
};

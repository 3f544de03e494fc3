import { z } from "zod";
import { MOST_PARTS, MOST_WORDS } from "../shared/rule-size.js";
import { STAGES } from "../shared/stage.js";
import { Amount, CurrencyCode, EmploymentName, Id, IdParams, IsoDate, IsoInstant, page, PageQuery, StageName } from "./common.contract.js";
import { route } from "./route.js";
import { ruleSized } from "./sized.js";

const days = z.int().min(-36_500).max(36_500);
const count = z.int().min(0).max(100_000);
const minor = z.int().min(0).max(9_000_000_000_000_00);
const words = (word: z.ZodType<string>) => z.array(word).min(1, "needs at least one value").max(MOST_WORDS);
const text = words(z.string().trim().min(1).max(100));

/** A range with at least one end, the lower one first. */
function range<A extends string, V extends z.ZodNumber>(attributes: readonly [A, ...A[]], value: V) {
  return z
    .strictObject({ attribute: z.enum(attributes), min: value.optional(), max: value.optional() })
    .refine(({ min, max }) => min !== undefined || max !== undefined, "needs a lowest or a highest value")
    .refine(({ min, max }) => min === undefined || max === undefined || min <= max, "the lowest value is above the highest");
}

const money = z
  .strictObject({
    attribute: z.enum(["balance", "owed", "instalment"]),
    currency: CurrencyCode,
    min: minor.optional(),
    max: minor.optional(),
  })
  .refine(({ min, max }) => min !== undefined || max !== undefined, "needs a lowest or a highest amount")
  .refine(({ min, max }) => min === undefined || max === undefined || min <= max, "the lowest amount is above the highest");

export const SegmentCondition = z.union([
  z.strictObject({ attribute: z.literal("stage"), in: z.array(StageName).min(1, "needs at least one value").max(STAGES.length) }),
  z.strictObject({ attribute: z.literal("currency"), in: words(CurrencyCode) }),
  z.strictObject({ attribute: z.literal("product"), in: text }),
  z.strictObject({ attribute: z.literal("country"), in: words(z.string().regex(/^[A-Z]{2}$/, "must be a country code such as CO")) }),
  z.strictObject({ attribute: z.literal("customer_type"), in: words(z.enum(["person", "company"])) }),
  z.strictObject({ attribute: z.literal("employment"), in: words(EmploymentName) }),
  range(["days_past_due", "credit_age_days", "reply_age_days"], days),
  range(["replies_30d", "payments_90d", "promises_kept", "promises_broken"], count),
  money,
]);
export type SegmentCondition = z.infer<typeof SegmentCondition>;

export type SegmentRuleView = { all: SegmentRuleView[] } | { any: SegmentRuleView[] } | { not: SegmentRuleView } | SegmentCondition;

/** A rule as it is stored; one that comes in is measured first. */
export const RulePart: z.ZodType<SegmentRuleView> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(RulePart).max(MOST_PARTS) }),
    z.strictObject({ any: z.array(RulePart).min(1, "needs at least one condition").max(MOST_PARTS) }),
    z.strictObject({ not: RulePart }),
    SegmentCondition,
  ]),
);

/**
 * A rule that came in. How large it is is judged before what it says: the schema calls itself, and so does whatever evaluates a rule.
 */
export const SegmentRuleView: z.ZodType<SegmentRuleView, SegmentRuleView> = ruleSized(RulePart).describe(
  "Which debts belong; what is not known about a debt meets no condition",
);

const SegmentCounts = z.object({
  debts: z.int(),
  debtors: z.int(),
  owed: z.array(Amount).describe("Balances of its debts, per currency; never added up"),
});

export const SegmentView = SegmentCounts.extend({
  id: Id,
  key: z.string().describe("Cadences name segments by it"),
  name: z.string().nullable().describe("Null for the segments of the five stages"),
  isDefault: z.boolean(),
  rule: RulePart.describe("Holds nobody where what is stored is no rule"),
  version: z.int(),
  usedBy: z.array(z.string()),
  updatedAt: IsoInstant,
  refreshedOn: IsoDate.nullable().describe("Day its members were last looked for; null while they are being looked for"),
});
export type SegmentView = z.infer<typeof SegmentView>;

export const SegmentMember = z.object({
  debtId: Id,
  debtorId: Id,
  debtor: z.string(),
  externalId: z.string(),
  reference: z.string(),
  balance: Amount,
  dueDate: IsoDate,
  since: IsoDate.nullable(),
});
export type SegmentMember = z.infer<typeof SegmentMember>;

export const SegmentPreview = SegmentCounts.extend({
  of: z.int().describe("Open debts in all"),
  first: z.array(SegmentMember).describe("The first 20"),
});

export const SegmentDay = z.object({ date: IsoDate, joined: z.int(), left: z.int() });

export const DebtorSegment = z.object({
  key: z.string(),
  name: z.string().nullable(),
  debtId: Id,
  reference: z.string(),
  from: IsoDate,
  to: IsoDate.nullable(),
});

export const SegmentChoices = z.object({
  currencies: z.array(z.string()),
  products: z.array(z.string()).describe("At most 100, most frequent first"),
  countries: z.array(z.string()),
});

const Definition = z.object({ name: z.string().trim().min(1).max(80), rule: SegmentRuleView });

export const segmentationRoutes = {
  segments: route({
    method: "GET",
    path: "/api/segments",
    access: "user",
    response: z.object({ items: z.array(SegmentView) }),
    summary: "Segments with what is in them",
  }),
  choices: route({
    method: "GET",
    path: "/api/segments/choices",
    access: "user",
    response: SegmentChoices,
    summary: "Currencies, products and countries that the portfolio has",
  }),
  preview: route({
    method: "POST",
    path: "/api/segments/preview",
    access: "agent",
    body: z.object({ rule: SegmentRuleView }),
    response: SegmentPreview,
    summary: "What a rule would hold now; writes nothing",
  }),
  create: route({
    method: "POST",
    path: "/api/segments",
    access: "admin",
    body: Definition,
    response: SegmentView,
    summary: "Makes a segment",
  }),
  change: route({
    method: "PATCH",
    path: "/api/segments/:id",
    access: "admin",
    params: IdParams,
    body: Definition.extend({ version: z.int().min(1).describe("The one that was seen") }),
    response: SegmentView,
    summary: "Changes a segment's name or rule",
  }),
  archive: route({
    method: "POST",
    path: "/api/segments/:id/archive",
    access: "admin",
    params: IdParams,
    response: null,
    summary: "Puts a segment away; refused while a cadence uses it",
  }),
  members: route({
    method: "GET",
    path: "/api/segments/:id/members",
    access: "user",
    params: IdParams,
    query: PageQuery,
    response: page(SegmentMember),
    summary: "Debts in a segment, in the order they joined",
  }),
  days: route({
    method: "GET",
    path: "/api/segments/:id/days",
    access: "user",
    params: IdParams,
    response: z.object({ items: z.array(SegmentDay) }),
    summary: "How many debts joined and left on each of the last 60 days",
  }),
  ofDebtor: route({
    method: "GET",
    path: "/api/debtors/:id/segments",
    access: "user",
    params: IdParams,
    response: z.object({ items: z.array(DebtorSegment) }),
    summary: "Segments a debtor's debts are or were in, newest first",
  }),
};

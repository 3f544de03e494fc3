import { z } from "zod";
import { CHANNELS } from "../shared/channel.js";
import { isIsoCurrency } from "../shared/money.js";
import { LOCALE_TAG } from "../shared/locale.js";
import { STAGES } from "../shared/stage.js";

export const LocaleTag = z.string().max(8).regex(LOCALE_TAG);

export const Id = z.uuid().describe("Public id (UUIDv7)");
export const IsoInstant = z.iso.datetime().describe("Instant, ISO 8601 UTC");
export const IsoDate = z.iso.date().describe("Calendar date, YYYY-MM-DD");
export const CurrencyCode = z
  .string()
  .regex(/^[A-Z]{3}$/, "must be an ISO 4217 code such as COP")
  .describe("ISO 4217 code");

/** For what comes in: a currency that somebody can owe in. What is stored may be of an earlier time. */
export const OwedCurrency = CurrencyCode.refine(isIsoCurrency, "is no currency of ISO 4217 that somebody could owe in, such as COP");

export const Amount = z.object({ minor: z.int().describe("Integer minor units (cents)"), currency: CurrencyCode });
export type Amount = z.infer<typeof Amount>;

export const IdParams = z.object({ id: Id });

/** Cursor paging: pass `next` of the last page as `cursor`. */
export const PageQuery = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export function page<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    next: z.string().nullable().describe("Cursor of the next page; null on the last"),
    total: z.int().nullable().describe("Rows in all; null where counting would cost too much"),
  });
}

/** What can be wrong with a part of the input; the panel has words for each. */
export const FIELD_PROBLEMS = [
  "missing",
  "wrong_kind",
  "number",
  "whole_number",
  "too_short",
  "too_long",
  "too_few",
  "too_many",
  "too_low",
  "too_high",
  "web_address",
  "date",
  "instant",
  "id",
  "choice",
  "form",
  "unknown_part",
  "not_accepted",
] as const;
export type FieldProblem = (typeof FIELD_PROBLEMS)[number];
const Params = z.record(z.string(), z.union([z.string(), z.number()]));

/** Every error answer. `code` is stable and is the key of the translated sentence. */
export const ErrorBody = z.object({
  code: z.string(),
  message: z.string().describe("English sentence: what failed and what it means"),
  remedy: z.string().optional().describe("What to do next"),
  fields: z
    .array(z.object({ field: z.string(), message: z.string(), problem: z.enum(FIELD_PROBLEMS).optional(), params: Params.optional() }))
    .optional(),
  params: Params.optional(),
});
export type ErrorBody = z.infer<typeof ErrorBody>;

export const ROLES = ["administrator", "agent", "compliance"] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

export const ChannelName = z.enum(CHANNELS);

export const EmploymentName = z.enum(["employed", "self_employed", "retired", "unemployed", "student", "other"]);
export const StageName = z.enum(STAGES);
export type StageName = z.infer<typeof StageName>;

export const CadenceName = z.object({ key: z.string(), name: z.string() });

import { z } from "zod";
import { Id, IdParams, IsoInstant, Locale } from "./common.contract.js";
import { route } from "./route.js";

/** A piece of Saldo's own work that could not be done: for one row, or for the account as a whole. */
export const ParkedView = z.object({
  id: Id,
  work: z.string().describe("What Saldo was doing, in the reader's language"),
  about: z.string().describe("What it could not work on, in the reader's language"),
  debtorId: Id.nullable(),
  debtor: z.string().describe("Empty where it is about no debtor, or the name cannot be read"),
  code: z.string().describe("Stable code of the problem"),
  problem: z.string().describe("Why, in the reader's language"),
  remedy: z.string().describe("What to do about it, in the reader's language"),
  attempts: z.int(),
  since: IsoInstant,
  lastAt: IsoInstant,
  retryAt: IsoInstant.nullable().describe("When Saldo tries again by itself; null: when somebody says so"),
});
export type ParkedView = z.infer<typeof ParkedView>;

export const kpisRoutes = {
  parked: route({
    method: "GET",
    path: "/api/parked",
    access: "user",
    query: z.object({ lang: Locale.default("en") }),
    response: z.object({
      items: z.array(ParkedView),
      total: z.int().describe("How many there are; the longest waiting of them are listed"),
    }),
    summary: "What Saldo could not work on, why, and what to do about it",
  }),
  retryParked: route({
    method: "POST",
    path: "/api/parked/:id/retry",
    access: "admin",
    params: IdParams,
    body: z.object({}),
    response: null,
    summary: "Has a thing that could not be worked on tried again at once",
  }),
};

import { z } from "zod";
import { Id, IdParams, IsoInstant, LocaleTag, page, PageQuery } from "./common.contract.js";
import { route } from "./route.js";

export const TimelineEntry = z.object({
  at: IsoInstant,
  seq: z.int().describe("Record number in the journal"),
  type: z.string(),
  kind: z.enum(["message", "decision", "money", "agreement", "note", "hold", "consent"]),
  title: z.string().describe("Sentence in the reader's language"),
  text: z.string().nullable().describe("Words of the message or the debtor, in their own language"),
  language: z.string().nullable(),
  actor: z.string().describe("user:12, key:…, system:JOB, debtor or host; the names of users are under /api/people"),
  message: z.string().nullable().describe("Ref of the message whose way it tells of: what has the same is about one message"),
});

export const JournalRecordView = z.object({
  seq: z.int(),
  id: Id,
  at: IsoInstant,
  type: z.string(),
  title: z.string().describe("Sentence in the reader's language"),
  version: z.int(),
  actor: z.string(),
  debtorId: Id.nullable(),
  payload: z.record(z.string(), z.unknown()),
  personal: z.record(z.string(), z.unknown()).nullable().describe("Null unless `personalState` is open"),
  personalState: z
    .enum(["open", "none", "erased", "damaged", "hidden"])
    .describe("none = it never had one; erased = with its debtor; damaged = its key does not open it; hidden = not for this reader"),
  hash: z.string(),
});

export const RecordType = z.object({
  type: z.string(),
  kind: TimelineEntry.shape.kind,
  title: z.string().describe("In the reader's language, with … for what each record fills in"),
});

export const VerifyResult = z.object({
  ok: z.boolean(),
  records: z.int(),
  head: z.object({ seq: z.int(), hash: z.string() }).nullable(),
  firstBad: z.object({ seq: z.int(), problem: z.string() }).nullable(),
  checkpoints: z.int(),
});

export const journalRoutes = {
  timeline: route({
    method: "GET",
    path: "/api/debtors/:id/timeline",
    access: "user",
    params: IdParams,
    query: PageQuery.extend({ lang: LocaleTag.default("en"), kind: z.enum(["message", "decision", "money", "note"]).optional() }),
    response: page(TimelineEntry),
    summary: "What happened with a debtor, newest first",
  }),
  records: route({
    method: "GET",
    path: "/api/journal",
    access: "compliance",
    scope: "journal:read",
    query: PageQuery.extend({ lang: LocaleTag.default("en"), type: z.string().max(64).optional(), debtorId: Id.optional() }),
    response: page(JournalRecordView),
    summary: "Journal records, newest first",
  }),
  types: route({
    method: "GET",
    path: "/api/journal/types",
    access: "compliance",
    scope: "journal:read",
    query: z.object({ lang: LocaleTag.default("en") }),
    response: z.object({ items: z.array(RecordType) }),
    summary: "What a record can be about, to filter the journal by",
  }),
  verify: route({
    method: "GET",
    path: "/api/journal/verify",
    access: "compliance",
    scope: "journal:read",
    response: VerifyResult,
    summary: "Recomputes the whole chain",
  }),
  export: route({
    method: "GET",
    path: "/api/journal/export",
    access: "compliance",
    scope: "journal:read",
    response: "stream",
    streams: "application/x-ndjson",
    summary: "The journal as JSON lines, verifiable offline",
  }),
  live: route({
    method: "GET",
    path: "/api/live",
    access: "user",
    response: "stream",
    streams: "text/event-stream",
    summary: "Server-sent events: one `journal` event with the newest record numbers whenever something happened",
  }),
};

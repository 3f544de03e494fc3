import { z } from "zod";
import { CHANNELS } from "../../shared/channel.js";
import { STAGES } from "../../shared/stage.js";
import { CurrencyCode, IsoInstant, LocaleTag } from "../common.contract.js";
import { route } from "../route.js";

const CLOCKS = ["first_answer", "next_answer", "first_resolution", "total_resolution", "owner"] as const;
const PAUSES = ["debtor", "accounting", "hold"] as const;
const ACTIONS = ["assign", "team", "priority", "label", "note", "mail", "panel"] as const;

const Name = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,31}$/)
  .describe("Lower-case letters, digits and underscores; it stays the same over versions");

const PolicyTarget = z.object({
  minutes: z.int().describe("Whole minutes above 0"),
  hours: z.enum(["desk", "always"]).describe("desk: the calendar's open time; always: every hour"),
  pausedBy: z.array(z.enum(PAUSES)).max(PAUSES.length),
});

const Told = z.discriminatedUnion("kind", [
  z.object({ kind: z.enum(["owner", "supervisor", "compliance"]) }),
  z.object({ kind: z.literal("agent"), user: z.string().max(20).describe("Helpdesk id of the person") }),
  z.object({ kind: z.literal("team"), team: z.string().max(20).describe("Helpdesk id of the team") }),
]);

const PolicyLevel = z.object({
  id: Name,
  clock: z.enum(CLOCKS),
  minutes: z.int().min(-100_000).max(100_000).describe("From the target: below 0 before it, 0 at the breach, above 0 after it"),
  told: Told,
  actions: z.array(z.enum(ACTIONS)).max(ACTIONS.length),
});

const PolicyMatch = z
  .object({
    reasons: z.array(z.string().max(32)).max(40),
    stages: z.array(z.enum(STAGES)).max(STAGES.length),
    atLeast: z.object({
      amount: z
        .string()
        .regex(/^\d{1,15}$/)
        .describe("Minor units"),
      currency: CurrencyCode,
    }),
    currencies: z.array(CurrencyCode).max(20),
    segments: z.array(z.string().max(64)).max(50),
    debtorKind: z.enum(["person", "company"]),
    channels: z.array(z.enum(CHANNELS)).max(CHANNELS.length),
    languages: z.array(LocaleTag).max(20),
  })
  .partial()
  .describe("All that is named must hold; of a list, one. Empty: every case");

export const PolicyEntryInput = z.object({
  name: Name,
  match: PolicyMatch,
  targets: z.partialRecord(z.enum(CLOCKS), PolicyTarget),
  reopening: z.enum(["nothing", "resume", "new_cycle"]).describe("What a reopening does to a clock that had stopped"),
  levels: z.array(PolicyLevel).max(40),
});
export type PolicyEntryInput = z.infer<typeof PolicyEntryInput>;

export const PolicyDraft = z.object({
  calendar: z.string().max(32).nullable().describe("Id of the working hours; null where every hour counts"),
  entries: z.array(PolicyEntryInput).min(1).max(30).describe("The first that fits from the top is a case's; the last must fit every case"),
});
export type PolicyDraft = z.infer<typeof PolicyDraft>;

const CalendarId = z.string().min(1).max(32).describe("Which calendar; a new id begins a new one");
const Window = z.tuple([z.int().min(0).max(1_440), z.int().min(0).max(1_440)]);

export const CalendarDraft = z.object({
  id: CalendarId,
  zone: z.string().max(64).describe("IANA name"),
  week: z
    .partialRecord(z.enum(["1", "2", "3", "4", "5", "6", "7"]), z.array(Window).max(12))
    .describe("By ISO weekday, minutes of the day; a weekday without windows is closed"),
  holidays: z
    .object({ country: z.string().max(2), subdivision: z.string().max(6).nullable() })
    .nullable()
    .describe("Whose holidays are kept, by the newest rules; null: none"),
  closedOn: z.array(z.string().max(10)).max(400).describe("Further days on which nobody works, YYYY-MM-DD"),
});
export type CalendarDraft = z.infer<typeof CalendarDraft>;

const Version = z.object({ version: z.int(), publishedAt: IsoInstant, publishedBy: z.string() });

export const PolicyFaultView = z.object({
  code: z.string(),
  field: z.string().describe("Dotted, from the draft: entries.0.levels.1"),
  text: z.string().describe("What is wrong and what to do, in the reader's language"),
});

export const ChangeEffectView = z.object({
  running: z.int().describe("Clocks that go on"),
  moved: z.int().describe("Those whose due instant would not stay"),
  sooner: z.int(),
  later: z.int(),
  overdueAtOnce: z.int().describe("Not overdue now, and at once if it were published"),
  mostSoonerSeconds: z.int(),
  mostLaterSeconds: z.int(),
});

const Preview = z.object({
  faults: z.array(PolicyFaultView),
  effect: ChangeEffectView.nullable().describe("Null where there are faults"),
});

const Publication = z.object({
  basedOn: z.int().describe("The newest version that was seen; another one meanwhile is a conflict"),
  reason: z.string().min(3).max(300),
});

const Policies = z.object({
  policy: Version.extend(PolicyDraft.shape),
  calendars: z.array(Version.extend(CalendarDraft.shape)),
  history: z.array(Version.extend({ what: z.enum(["policy", "calendar"]), id: z.string() })).describe("Newest first"),
  running: z.int().describe("Clocks that go on now"),
  people: z.array(z.object({ id: z.string(), name: z.string() })),
  teams: z.array(z.object({ id: z.string(), name: z.string() })),
  reasons: z.array(z.object({ id: z.string(), name: z.string() })).describe("Why a person may be called, gravest first"),
  countries: z.array(z.string()).describe("Those whose holidays are known"),
});

const InLanguage = z.object({ lang: LocaleTag.default("en") });

export const policiesRoutes = {
  policies: route({
    method: "GET",
    path: "/api/escalation-policy",
    access: "user",
    query: InLanguage,
    response: Policies,
    summary: "The escalation policy and the working hours in force, and their earlier versions",
  }),
  previewPolicy: route({
    method: "POST",
    path: "/api/escalation-policy/preview",
    access: "admin",
    query: InLanguage,
    body: PolicyDraft,
    response: Preview,
    summary: "What is wrong with a draft of the policy, or how many running clocks it would move and by how much",
  }),
  publishPolicy: route({
    method: "POST",
    path: "/api/escalation-policy",
    access: "admin",
    query: InLanguage,
    body: PolicyDraft.extend(Publication.shape),
    response: Policies,
    summary: "Publishes a version of the policy; running clocks are planned anew by it",
  }),
  previewCalendar: route({
    method: "POST",
    path: "/api/business-calendars/preview",
    access: "admin",
    query: InLanguage,
    body: CalendarDraft,
    response: Preview,
    summary: "What is wrong with a draft of working hours, or how many running clocks it would move and by how much",
  }),
  publishCalendar: route({
    method: "PUT",
    path: "/api/business-calendars",
    access: "admin",
    query: InLanguage,
    body: CalendarDraft.extend(Publication.shape),
    response: Policies,
    summary: "Publishes a version of working hours; running clocks that count by it are planned anew",
  }),
};

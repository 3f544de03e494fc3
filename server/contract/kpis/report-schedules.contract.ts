import { z } from "zod";
import { REPORT_KINDS } from "../../shared/report-kind.js";
import { Id, IsoDate, IsoInstant, LocaleTag, page, PageQuery } from "../common.contract.js";
import { route } from "../route.js";

const Kind = z.enum(REPORT_KINDS);
const KindParams = z.object({ kind: Kind });
const Country = z.string().regex(/^[A-Z]{2}$/, "must be an ISO 3166 code such as CO");
const HostUserId = z.int().positive();

const ReportScheduleView = z.object({
  kind: Kind,
  enabled: z.boolean(),
  at: z.string().describe("Hour and minute of the account's day, 07:00"),
  workingDays: z.boolean().describe("It waits for the next day from Monday to Friday; a digest then tells of the last such day"),
  holidaysOf: Country.nullable().describe(
    "On the holidays of this country it waits for the next working day; null: it goes out on them, too",
  ),
  pdf: z.boolean(),
  xlsx: z.boolean(),
  next: z
    .object({ at: IsoInstant, from: IsoDate, to: IsoDate })
    .nullable()
    .describe("When the next goes out, and of which period it tells"),
  recipients: z.array(
    z.object({
      id: Id,
      hostUserId: HostUserId.nullable().describe("Null for an address outside the account"),
      name: z.string().describe("Name of the person, or the address outside; empty where the helpdesk does not know the person any more"),
      outside: z.boolean(),
      lang: LocaleTag,
      reachable: z.boolean().describe("False where the helpdesk knows no address: nothing is sent"),
    }),
  ),
});

export const ReportSchedulesPage = z.object({
  mail: z.boolean().describe("Whether the installation names a mail server"),
  zone: z.string(),
  countries: z.array(Country).describe("Those whose holidays are known"),
  items: z.array(ReportScheduleView),
  people: z.array(z.object({ hostUserId: HostUserId, name: z.string(), role: z.enum(["administrator", "agent"]), reachable: z.boolean() })),
});
export type ReportSchedulesPage = z.infer<typeof ReportSchedulesPage>;

const SentReport = z.object({
  id: Id,
  report: Id,
  kind: Kind,
  from: IsoDate,
  to: IsoDate,
  recipient: z.string().describe("Name of the person, or the address"),
  outside: z.boolean(),
  state: z.enum(["due", "sent", "refused", "given_up"]).describe("`sent`: the mail server took it; `given_up`: it never did in two days"),
  attempts: z.int(),
  problem: z.string().nullable().describe("Why it was not taken, as a code"),
  writtenAt: IsoInstant,
  endedAt: IsoInstant.nullable(),
});
export type SentReport = z.infer<typeof SentReport>;

export const reportSchedulesRoutes = {
  reportSchedules: route({
    method: "GET",
    path: "/api/report-schedules",
    access: "compliance",
    response: ReportSchedulesPage,
    summary: "Which reports go out by themselves, when and to whom",
  }),
  setReportSchedule: route({
    method: "PUT",
    path: "/api/report-schedules/:kind",
    access: "admin",
    params: KindParams,
    body: z.object({
      enabled: z.boolean(),
      at: z.string().regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/, "must be an hour and minute such as 07:30"),
      workingDays: z.boolean().default(true),
      holidaysOf: Country.nullable().default(null),
      pdf: z.boolean().default(true),
      xlsx: z.boolean().default(false),
      people: z.array(z.object({ hostUserId: HostUserId, lang: LocaleTag })).max(50),
    }),
    response: ReportSchedulesPage,
    summary: "Says when a kind of report goes out and which people of the account get it",
  }),
  letReportOut: route({
    method: "POST",
    path: "/api/report-schedules/:kind/outside",
    access: "admin",
    params: KindParams,
    body: z.object({ address: z.email().max(200), lang: LocaleTag, reason: z.string().trim().min(3).max(300) }),
    response: ReportSchedulesPage,
    summary: "Lets a kind of report go to an address outside the account, with a reason",
  }),
  keepReportIn: route({
    method: "DELETE",
    path: "/api/report-schedules/:kind/outside/:id",
    access: "admin",
    params: KindParams.extend({ id: Id }),
    response: ReportSchedulesPage,
    summary: "An address outside the account gets this kind of report no more",
  }),
  sentReports: route({
    method: "GET",
    path: "/api/report-mails",
    access: "compliance",
    query: PageQuery,
    response: page(SentReport),
    summary: "Which reports were sent to whom and what became of them, the newest first",
  }),
};

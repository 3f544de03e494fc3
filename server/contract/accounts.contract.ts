import { z } from "zod";
import { Id, IdParams, IsoInstant, LocaleTag, Role } from "./common.contract.js";
import { route, SCOPES } from "./route.js";

/** Goes into a header of the helpdesk's API. */
const AccessToken = z
  .string()
  .trim()
  .min(8)
  .max(200)
  .regex(/^[\x21-\x7e]+$/, "must be the token alone, without spaces or line breaks");

const httpUrl = z.url({ protocol: /^https?$/ }).max(500);

export const Me = z.object({
  name: z.string(),
  hostUserId: z.int().describe("Of the person in the helpdesk"),
  role: Role,
  account: z.object({
    id: Id,
    name: z.string(),
    hostUrl: z.string().describe("Origin of the helpdesk; the only parent the embedded panel talks to"),
    hostAccountId: z.int(),
    zone: z.string().describe("IANA zone in which the account's day is counted"),
    locale: LocaleTag,
  }),
});
export type Me = z.infer<typeof Me>;

export const SignInInput = z.object({
  account: Id.describe("Account id from the panel's address"),
  accessToken: AccessToken.describe("The person's own helpdesk access token; used once, never stored"),
});

export const ConnectInput = z.object({
  setupCode: z.string().min(8).max(100),
  hostUrl: httpUrl.describe("Address of the helpdesk, e.g. https://desk.example.com"),
  hostAccountId: z.coerce.number().int().positive(),
  accessToken: AccessToken.describe("Access token of a helpdesk administrator"),
  inboxId: z.coerce.number().int().positive().optional().describe("WhatsApp inbox; needed where there are several"),
  locale: LocaleTag.default("es"),
  zone: z.string().min(3).max(64).default("America/Bogota"),
  creditorName: z.string().trim().min(2).max(60).describe("Who the debtor owes, as written in every message"),
  paymentUrl: httpUrl.describe("Page where debtors pay; sent when someone answers that they want to pay"),
  declaration: z.object({
    acceptedBy: z.string().trim().min(2).max(120),
    ownReceivables: z.literal(true).describe("Messages go out in the creditor's own name"),
    whatsappPolicyRead: z.literal(true).describe("Meta's policy on debt collection was read and the use is ours to answer for"),
    consentHeld: z.literal(true).describe("Debtors authorised the channel"),
  }),
});
export type ConnectInput = z.infer<typeof ConnectInput>;

export const ConnectResult = z.object({
  account: Id,
  panelUrl: z.string(),
  steps: z.array(z.object({ step: z.string(), done: z.boolean(), detail: z.string() })),
});

export const HostTroubleView = z.object({
  trouble: z
    .enum([
      "token_refused",
      "token_demoted",
      "inbox_gone",
      "sender_refused",
      "team_missing",
      "label_missing",
      "tab_missing",
      "clock_disagrees",
    ])
    .describe("What it is"),
  halts: z.boolean().describe("Nothing is sent while it lasts"),
  since: IsoInstant,
});
export type HostTroubleView = z.infer<typeof HostTroubleView>;

/** Whether what debtors write is heard; see who may not be written to while it is not. */
export const Hearing = z.object({
  unreadSince: IsoInstant.nullable().describe("Since when words of debtors may stand unread: nothing goes out until they are read"),
  inbox: z
    .object({ state: z.enum(["reauthorise", "gone", "not_whatsapp"]), since: IsoInstant })
    .nullable()
    .describe("Set while the inbox does not take what debtors write: no reminder goes out"),
  lost: z
    .object({ from: IsoInstant, until: IsoInstant.nullable() })
    .nullable()
    .describe("The last time in which what debtors wrote may have been lost; until is null while it lasts"),
});
export type Hearing = z.infer<typeof Hearing>;

/** Figures by which a debtor is told from others in the conversation tab: shares of what all of it tells. */
export const TAB_FIGURES = [
  "recovery.period",
  "contact.successful.attempts",
  "contact.successful.delivered",
  "promises.kept.count",
  "promises.kept.amount",
  "response.within-4-hours",
] as const;
export const USUAL_TAB_FIGURES: readonly (typeof TAB_FIGURES)[number][] = [
  "recovery.period",
  "contact.successful.attempts",
  "promises.kept.count",
];
/** More do not stand beside a conversation. */
export const MOST_TAB_FIGURES = 4;

export const AccountSettings = z.object({
  id: Id,
  name: z.string(),
  hostUrl: z.string(),
  hostAccountId: z.int(),
  inboxId: z.int(),
  inboxName: z.string(),
  locale: LocaleTag,
  zone: z.string(),
  creditorName: z.string(),
  paymentUrl: z.string(),
  agentsSeeEachOther: z.boolean().describe("Whether agents see the numbers of other agents; their own and the account's they always see"),
  tabFigures: z.array(z.string()).describe("Figures of the conversation tab, in their order"),
  teamId: z.int().nullable(),
  label: z.string(),
  dispatch: z.object({
    enabled: z.boolean(),
    stopped: z.boolean().describe("Stop all is in force"),
    changedAt: IsoInstant.nullable(),
    changedBy: z.string().nullable(),
  }),
  troubles: z
    .array(HostTroubleView)
    .describe("What is wrong with the account's place in the helpdesk, the longest lasting first; gone when it is mended"),
  hearing: Hearing,
  declaredBy: z.string(),
  declaredAt: IsoInstant,
});
export type AccountSettings = z.infer<typeof AccountSettings>;

export const SettingsPatch = z.object({
  creditorName: z.string().trim().min(2).max(60).optional(),
  paymentUrl: httpUrl.optional(),
  agentsSeeEachOther: z.boolean().optional(),
  tabFigures: z.array(z.enum(TAB_FIGURES)).max(MOST_TAB_FIGURES).optional(),
  locale: LocaleTag.optional(),
  teamId: z.coerce.number().int().positive().nullable().optional(),
});

export const HelpdeskTeam = z.object({ id: z.int(), name: z.string() });
export type HelpdeskTeam = z.infer<typeof HelpdeskTeam>;

export const ApiKeyView = z.object({
  id: Id,
  name: z.string(),
  prefix: z.string(),
  scopes: z.array(z.enum(SCOPES)),
  createdAt: IsoInstant,
  lastUsedAt: IsoInstant.nullable(),
  revokedAt: IsoInstant.nullable(),
});

export const SessionView = z.object({
  id: Id,
  current: z.boolean().describe("The one that asks"),
  startedAt: IsoInstant,
  lastSeenAt: IsoInstant.describe("When it was last used, to the minute"),
  endsAt: IsoInstant.describe("When it ends if it is not used again"),
});
export type SessionView = z.infer<typeof SessionView>;

export const HelpdeskPerson = z.object({
  hostUserId: z.int(),
  name: z.string(),
  role: z.enum(["administrator", "agent"]),
  compliance: z.boolean(),
});

export const accountsRoutes = {
  connect: route({
    method: "POST",
    path: "/api/setup/connect",
    access: "public",
    body: ConnectInput,
    response: ConnectResult,
    summary: "Connects a helpdesk account with the operator's set-up code and installs webhook, panel tab, team and label there",
  }),
  signIn: route({
    method: "POST",
    path: "/api/session",
    access: "public",
    body: SignInInput,
    response: Me,
    summary: "Signs a helpdesk user in",
  }),
  me: route({ method: "GET", path: "/api/session", access: "user", response: Me, summary: "Who is signed in" }),
  signOut: route({ method: "DELETE", path: "/api/session", access: "user", response: null, summary: "Ends the session" }),
  sessions: route({
    method: "GET",
    path: "/api/sessions",
    access: "user",
    response: z.object({ items: z.array(SessionView) }),
    summary: "Where the person who asks is signed in, the last used first",
  }),
  endSession: route({
    method: "DELETE",
    path: "/api/sessions/:id",
    access: "user",
    params: IdParams,
    response: null,
    summary: "Ends one of the sessions of the person who asks",
  }),
  endOtherSessions: route({
    method: "DELETE",
    path: "/api/sessions",
    access: "user",
    response: null,
    summary: "Ends all sessions of the person who asks but this one",
  }),
  start: route({
    method: "GET",
    path: "/api/start",
    access: "public",
    response: z.object({
      account: Id.nullable().describe("Null where none or several are connected: whose they are is nobody's business"),
    }),
    summary: "The account to sign in to where only one is connected",
  }),
  embedding: route({
    method: "GET",
    path: "/api/embedding/:id",
    access: "public",
    params: IdParams,
    response: z.object({ hostOrigin: z.string() }),
    summary: "The one origin whose messages the embedded panel accepts",
  }),
  settings: route({ method: "GET", path: "/api/account", access: "user", response: AccountSettings, summary: "Settings of the account" }),
  updateSettings: route({
    method: "PATCH",
    path: "/api/account",
    access: "admin",
    body: SettingsPatch,
    response: AccountSettings,
    summary: "Changes settings",
  }),
  turnOn: route({
    method: "POST",
    path: "/api/account/dispatch",
    access: "admin",
    body: z.object({
      enabled: z.boolean(),
      seenPlan: z.string().optional().describe("Digest of the plan the admin saw; required to turn on"),
    }),
    response: AccountSettings,
    summary: "Turns sending on after the plan was seen, or off",
  }),
  stopAll: route({
    method: "POST",
    path: "/api/account/stop",
    access: "staff",
    body: z.object({ reason: z.string().trim().min(3).max(300) }),
    response: AccountSettings,
    summary: "Stops all sending within 20 s",
  }),
  resume: route({
    method: "POST",
    path: "/api/account/resume",
    access: "admin",
    body: z.object({ reason: z.string().trim().min(3).max(300) }),
    response: AccountSettings,
    summary: "Lifts a stop",
  }),
  apiKeys: route({
    method: "GET",
    path: "/api/keys",
    access: "admin",
    response: z.object({ items: z.array(ApiKeyView) }),
    summary: "API keys",
  }),
  createApiKey: route({
    method: "POST",
    path: "/api/keys",
    access: "admin",
    body: z.object({ name: z.string().trim().min(2).max(80), scopes: z.array(z.enum(SCOPES)).min(1) }),
    response: z.object({ key: ApiKeyView, secret: z.string().describe("Shown once") }),
    summary: "Makes an API key",
  }),
  revokeApiKey: route({
    method: "DELETE",
    path: "/api/keys/:id",
    access: "admin",
    params: IdParams,
    response: null,
    summary: "Revokes an API key",
  }),
  people: route({
    method: "GET",
    path: "/api/people",
    access: "user",
    response: z.object({ items: z.array(HelpdeskPerson) }),
    summary: "People of the helpdesk account and who holds the compliance role",
  }),
  teams: route({
    method: "GET",
    path: "/api/teams",
    access: "user",
    response: z.object({ items: z.array(HelpdeskTeam) }),
    summary: "Teams of the helpdesk account",
  }),
  grantCompliance: route({
    method: "POST",
    path: "/api/people/:hostUserId/compliance",
    access: "admin",
    params: z.object({ hostUserId: z.coerce.number().int().positive() }),
    body: z.object({ granted: z.boolean() }),
    response: z.object({ items: z.array(HelpdeskPerson) }),
    summary: "Grants or withdraws the compliance role",
  }),
};

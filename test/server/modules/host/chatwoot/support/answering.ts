import { ChatwootApi } from "../../../../../../server/modules/host/chatwoot/chatwoot-api.adapter.js";
import { ChatwootClient, type HostAnswer } from "../../../../../../server/modules/host/chatwoot/chatwoot-client.adapter.js";
import { ChatwootSetup } from "../../../../../../server/modules/host/chatwoot/chatwoot-setup.adapter.js";
import { ChatwootContacts } from "../../../../../../server/modules/host/chatwoot/contacts.adapter.js";
import { ChatwootListings } from "../../../../../../server/modules/host/chatwoot/listings.adapter.js";
import { SystemClock } from "../../../../../../server/platform/clock/system-clock.js";
import { OutboundClient } from "../../../../../../server/platform/http/outbound/outbound-client.js";

export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly response: unknown;
}

export const ACCESS = { accountId: 1, baseUrl: "https://desk.example", hostAccountId: 1, token: "token" };
export const PERSON = { phone: "+573001112233", name: "Ana", identifier: "saldo:a" };

/** What Saldo asks of Chatwoot, by the request it makes; each reads the answer with the reader it has in real life. */
const READERS: readonly [request: RegExp, read: (host: AnsweringHost) => Promise<unknown>][] = [
  [/^GET \/api\/v1\/profile$/, ({ api }) => api.whoAmI(ACCESS.baseUrl, 1, "token")],
  [/^GET \/api\/v1\/accounts\/1$/, ({ setup }) => setup.accountName(ACCESS)],
  [/^GET .*\/agents$/, ({ api }) => api.listUsers(ACCESS)],
  [/^GET .*\/inboxes$/, async ({ api, setup }) => [await setup.whatsappInboxes(ACCESS), await api.listTemplates(ACCESS, 1)]],
  [/^GET .*\/inboxes\/\d+$/, ({ api }) => api.inboxState(ACCESS, 1)],
  [/^POST .*\/sync_templates$/, ({ api }) => api.syncTemplates(ACCESS, 1)],
  [/^GET .*\/webhooks$/, ({ setup }) => setup.findWebhook(ACCESS, "https://saldo.example/hook")],
  [/^POST .*\/webhooks$/, ({ setup }) => setup.ensureWebhook(ACCESS, "https://saldo.example/hook")],
  [/^GET .*\/dashboard_apps$/, ({ setup }) => setup.ensureDashboardApp(ACCESS, "Saldo", "https://saldo.example/tab")],
  [/^POST .*\/dashboard_apps$/, ({ setup }) => setup.ensureDashboardApp(ACCESS, "Saldo", "https://saldo.example/tab")],
  [/^GET .*\/teams$/, ({ setup }) => setup.ensureTeam(ACCESS, "Saldo", "d")],
  [/^POST .*\/teams$/, ({ setup }) => setup.ensureTeam(ACCESS, "Saldo", "d")],
  [/^GET .*\/accounts\/1\/labels$/, ({ setup }) => setup.ensureLabel(ACCESS, "saldo-persona", "d")],
  [/^POST .*\/accounts\/1\/labels$/, ({ setup }) => setup.ensureLabel(ACCESS, "saldo-persona", "d")],
  [/^GET .*\/agent_bots$/, ({ setup }) => setup.ensureBot(ACCESS, "Saldo", "d")],
  [/^POST .*\/agent_bots$/, ({ setup }) => setup.ensureBot(ACCESS, "Saldo", "d")],
  [/^POST .*\/contact_inboxes\/filter$/, ({ api }) => api.ensureContact(ACCESS, 1, PERSON)],
  [/^POST .*\/accounts\/1\/contacts$/, ({ api }) => api.ensureContact(ACCESS, 1, PERSON)],
  [/^POST .*\/contacts\/filter$/, ({ api }) => api.ensureContact(ACCESS, 1, PERSON)],
  [/^GET .*\/contacts\/\d+$/, ({ api }) => api.whatsappIds(ACCESS, 1, 11)],
  [/^GET .*\/contacts\/\d+\/conversations$/, ({ api }) => api.conversationsOf(ACCESS, 11)],
  [/^GET .*\/conversations\?/, ({ api }) => all(api.conversationsSince(ACCESS, 0, 60_000))],
  [/^POST .*\/accounts\/1\/conversations$/, ({ api }) => api.createConversation(ACCESS, 1, 11, "57")],
  [/^GET .*\/conversations\/\d+\/messages$/, ({ api }) => api.latestMessageId(ACCESS, 1)],
  [/^GET .*\/conversations\/\d+\/messages\?/, ({ api }) => api.messagesAfter(ACCESS, 1, 0)],
  [/^POST .*\/conversations\/\d+\/messages$/, ({ api }) => api.postMessage(ACCESS, { conversationId: 1, content: "x", ref: "r" }, 1_000)],
  [/^GET .*\/conversations\/\d+\/labels$/, ({ api }) => api.addLabel(ACCESS, 1, "x")],
  [/^POST .*\/conversations\/\d+\/labels$/, ({ api }) => api.addLabel(ACCESS, 1, "x")],
  [/^POST .*\/conversations\/\d+\/assignments$/, ({ api }) => api.assignTeam(ACCESS, 1, 1)],
  [/^POST .*\/conversations\/\d+\/toggle_status$/, ({ api }) => api.openConversation(ACCESS, 1)],
];

/** What the helpdesk answers to the other requests of the same reader: whatever leads it on to the one that is tried. */
const MEANWHILE: readonly [request: RegExp, status: number, response: unknown][] = [
  [/contact_inboxes\/filter$/, 404, undefined],
  [/POST .*\/contacts$/, 422, { message: "Phone number has already been taken", attributes: ["phone_number"] }],
  [/POST .*\/contacts\/filter$/, 200, { payload: [{ id: 11 }] }],
  [/GET .*\/contacts\/\d+$/, 200, { payload: { id: 11, contact_inboxes: [{ source_id: "573001112233", inbox: { id: 1 } }] } }],
  [/GET .*\/(dashboard_apps|teams|agent_bots)$/, 200, []],
  [/GET .*\/(labels|inboxes)$/, 200, { payload: [] }],
  [/GET .*\/webhooks$/, 200, { payload: { webhooks: [] } }],
  [/\/(agent_bots|teams|dashboard_apps|labels)$/, 200, { id: 1, access_token: "t" }],
  [/POST .*\/conversations$/, 200, { id: 1, inbox_id: 1, status: "snoozed" }],
];

/** Chatwoot's readers over one given answer. */
export class AnsweringHost {
  readonly api: ChatwootApi;
  readonly setup: ChatwootSetup;

  private constructor(exchange: Exchange, request: RegExp) {
    const client = new AnsweringClient(exchange, request);
    this.api = new ChatwootApi(client, new ChatwootContacts(client), new ChatwootListings(client));
    this.setup = new ChatwootSetup(client);
  }

  /** Reads the exchange as Saldo would; null when Saldo never makes such a request. */
  static read(exchange: Exchange): Promise<unknown> | null {
    const request = `${exchange.method} ${exchange.path}`;
    const reader = READERS.find(([pattern]) => pattern.test(request));
    return reader ? reader[1](new AnsweringHost(exchange, reader[0])) : null;
  }
}

class AnsweringClient extends ChatwootClient {
  constructor(
    private readonly given: Exchange,
    private readonly request: RegExp,
  ) {
    super(new OutboundClient(new SystemClock(), []));
  }

  override exchange(_caller: unknown, method: string, path: string): Promise<HostAnswer> {
    const asked = `${method} ${path}`;
    if (this.request.test(asked)) return answer(this.given.status, this.given.response);
    const [, status, response] = MEANWHILE.find(([pattern]) => pattern.test(asked)) ?? [asked, 200, undefined];
    return answer(status, response);
  }
}

async function all<T>(pages: AsyncIterable<readonly T[]>): Promise<T[]> {
  const found: T[] = [];
  for await (const page of pages) found.push(...page);
  return found;
}

function answer(status: number, json: unknown): Promise<HostAnswer> {
  return Promise.resolve({ status, json: json === "" ? undefined : json, date: null });
}

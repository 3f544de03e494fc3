import type { Exchange } from "./answering.js";

/** An answer as Chatwoot gives it, shortened; everything in it but the needed keys may be missing or of a kind nobody expected. */
export interface Sample extends Exchange {
  /** Paths of what Saldo cannot do without; `*` is any item of a list. */
  readonly needed: readonly string[];
}

const AT = "/api/v1/accounts/1";

const INBOX = {
  id: 1,
  channel_id: 1,
  name: "Cobranza WA",
  channel_type: "Channel::Whatsapp",
  working_hours: [{ day_of_week: 0, open_hour: null }],
  csat_config: {},
  phone_number: "+573001112233",
  provider: "whatsapp_cloud",
  provider_config: { api_key: "k" },
  message_templates: [{ name: "t", language: "es", status: "APPROVED", category: "UTILITY", components: [{ type: "BODY", text: "x" }] }],
  reauthorization_required: false,
};

const CONTACT = {
  id: 11,
  name: "Ana",
  phone_number: "+573001112233",
  blocked: false,
  custom_attributes: {},
  contact_inboxes: [{ source_id: "573001112233", inbox: { id: 1, name: "Cobranza WA" } }],
};

const CONVERSATION = {
  id: 23,
  inbox_id: 1,
  account_id: 1,
  uuid: "9e6d",
  status: "snoozed",
  labels: ["a"],
  meta: { sender: { id: 11, name: "Ana" }, channel: "Channel::Whatsapp", hmac_verified: false },
  messages: [{ id: 5 }],
  custom_attributes: {},
  created_at: 1_796_035_557,
  updated_at: 1_796_035_557.43,
  waiting_since: 0,
};

const MESSAGE = {
  id: 82,
  content: "Hola",
  inbox_id: 1,
  message_type: 1,
  content_type: "text",
  status: "sent",
  content_attributes: { saldo: { ref: "r" }, in_reply_to: 4, external_error: "131049: x", deleted: true },
  created_at: 1_796_035_563,
  private: false,
  source_id: null,
  sender: { id: 1, name: "Saldo", type: "agent_bot" },
};

const get = (path: string, response: unknown, ...needed: string[]): Sample => ({ method: "GET", path, status: 200, response, needed });
const post = (path: string, response: unknown, ...needed: string[]): Sample => ({ method: "POST", path, status: 200, response, needed });

export const SAMPLES: readonly Sample[] = [
  get(
    "/api/v1/profile",
    { id: 1, name: "Ana", role: "administrator", accounts: [{ id: 1, name: "A", status: "active", role: "administrator" }] },
    "id",
    "accounts.*.id",
    "accounts.*.status",
  ),
  get(AT, { id: 1, name: "Cobranza Norte", locale: "es", features: {}, settings: {}, status: "active" }),
  get(`${AT}/agents`, [{ id: 1, account_id: 1, name: "Ana", available_name: "Ana", role: "agent", email: "a@b.c" }], "*.id"),
  get(`${AT}/inboxes`, { payload: [INBOX, { ...INBOX, id: 2 }] }, "payload.*.id"),
  get(`${AT}/inboxes/1`, INBOX, "channel_type"),
  get(
    `${AT}/webhooks`,
    { payload: { webhooks: [{ id: 1, name: "S", url: "https://saldo.example/hook", subscriptions: ["message_created"], secret: "s" }] } },
    "payload.webhooks.*.id",
    "payload.webhooks.*.url",
  ),
  post(`${AT}/webhooks`, { payload: { webhook: { id: 1, name: "S", url: "u", subscriptions: [], secret: "s" } } }, "payload.webhook.id"),
  get(`${AT}/dashboard_apps`, [{ id: 1, title: "Saldo", content: [{ url: "https://saldo.example/tab", type: "frame" }] }], "*.id"),
  post(`${AT}/dashboard_apps`, { id: 1, title: "Saldo", content: [] }, "id"),
  get(`${AT}/teams`, [{ id: 1, name: "saldo", description: "d", icon: "" }], "*.id", "*.name"),
  post(`${AT}/teams`, { id: 1, name: "saldo", description: "d" }, "id"),
  get(`${AT}/labels`, { payload: [{ id: 1, title: "saldo-persona", color: "#B45309" }] }, "payload.*.id", "payload.*.title"),
  post(`${AT}/labels`, { id: 1, title: "saldo-persona" }, "id"),
  get(`${AT}/agent_bots`, [{ id: 1, name: "Saldo", outgoing_url: null, bot_config: {}, access_token: "t", secret: "s" }], "*.id"),
  post(`${AT}/agent_bots`, { id: 1, name: "Saldo", outgoing_url: null, access_token: "t", secret: "s" }, "id", "access_token"),
  post(`${AT}/contact_inboxes/filter`, CONTACT, "id"),
  post(`${AT}/contacts`, { payload: { contact: CONTACT, contact_inbox: { inbox: INBOX, source_id: "57" } } }, "payload.contact.id"),
  post(`${AT}/contacts/filter`, { meta: { count: 1 }, payload: [CONTACT] }, "payload.*.id"),
  get(`${AT}/contacts/11`, { payload: CONTACT }, "payload.id"),
  get(`${AT}/contacts/11/conversations`, { payload: [CONVERSATION] }, "payload.*.id", "payload.*.inbox_id", "payload.*.status"),
  get(
    `${AT}/conversations?status=all&updated_within=60`,
    { data: { meta: { all_count: 1 }, payload: [CONVERSATION] } },
    "data.payload.*.id",
    "data.payload.*.inbox_id",
    "data.payload.*.status",
  ),
  post(`${AT}/conversations`, CONVERSATION, "id", "inbox_id", "status"),
  get(`${AT}/conversations/23/messages`, { meta: { labels: [], contact: CONTACT }, payload: [MESSAGE] }, "payload.*.id"),
  get(
    `${AT}/conversations/23/messages?after=81`,
    { meta: { labels: [], contact: CONTACT }, payload: [MESSAGE] },
    "payload.*.id",
    "payload.*.message_type",
    "payload.*.created_at",
  ),
  post(`${AT}/conversations/23/messages`, MESSAGE, "id"),
  get(`${AT}/conversations/23/labels`, { payload: ["a"] }, "payload", "payload.*"),
  post(`${AT}/conversations/23/labels`, { payload: ["a", "x"] }),
  post(`${AT}/conversations/23/assignments`, { id: 1, name: "saldo" }),
  post(`${AT}/conversations/23/toggle_status`, { payload: { success: true, current_status: "open" } }),
];

/** Every place of an answer, as a path. */
export function placesOf(value: unknown, path: readonly string[] = []): string[][] {
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, member]) => [[...path, key], ...placesOf(member, [...path, key])]);
}

/** A place is needed when it is on the way to something needed. */
export function isNeeded({ needed }: Sample, place: readonly string[]): boolean {
  const matches = (pattern: readonly string[]) =>
    place.every((key, index) => pattern[index] === key || (pattern[index] === "*" && /^\d+$/.test(key)));
  return needed.some((path) => matches(path.split(".")));
}

/** The answer with another value at a place; `undefined`: without it. */
export function altered(value: unknown, [key, ...rest]: readonly string[], put: unknown): unknown {
  if (key === undefined) return put;
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return items.map((item, index) => (String(index) === key ? altered(item, rest, put) : item));
  }
  const { [key]: former, ...others } = value as Record<string, unknown>;
  if (rest.length === 0 && put === undefined) return others;
  return { ...others, [key]: altered(former, rest, put) };
}

import type { FastifyInstance } from "fastify";
import { paramsOf } from "../http/host-router.js";
import type { SandboxSeed } from "../seed.js";
import { messageJson } from "../serializers/rest.js";
import { dashboardAppJson } from "../serializers/settings.js";
import type { MessageRecord } from "../state/records.js";
import type { World } from "../state/world.js";
import type { WebhookDispatcher } from "../webhooks/dispatcher.js";
import type { OutgoingMessages } from "../whatsapp/outgoing.js";

/** Looking in from outside: what the page needs to start, and what tests in other processes count. */
export function inspectRoutes(
  app: FastifyInstance,
  world: World,
  seed: SandboxSeed,
  outgoing: OutgoingMessages,
  webhooks: WebhookDispatcher,
): void {
  const notes = new Map(seed.accounts.flatMap((account) => account.users.map((user) => [user.id, user.note ?? null] as const)));

  app.get("/sandbox/api/state", () => ({
    accounts: [...world.accounts].map((account) => ({
      id: account.id,
      name: account.name,
      locale: account.locale,
      inboxes: world.inboxes.where((row) => row.accountId === account.id).map(({ id, name, phoneNumber }) => ({ id, name, phoneNumber })),
      users: world.usersOf(account.id).map((user) => ({
        id: user.id,
        name: user.name,
        email: user.email,
        role: world.membership(account.id, user.id)?.role ?? null,
        note: notes.get(user.id) ?? null,
        access_token: user.accessToken,
      })),
      dashboard_apps: world.dashboardApps.where((row) => row.accountId === account.id).map(dashboardAppJson),
    })),
    counts: { contacts: world.contacts.size, conversations: world.conversations.size, messages: world.messages.size },
  }));
  /** Messages carrying our correlation id, listing lag ignored: what exists, not what shows. */
  app.get("/sandbox/api/messages", (request) => {
    const params = paramsOf(request);
    const ref = params.text("ref");
    const accountId = params.integer("accountId");
    const rows = world.messages.where(
      (row) => (accountId === undefined || row.accountId === accountId) && (ref === undefined || refOf(row) === ref),
    );
    return { count: rows.length, payload: rows.map((row) => ({ ...messageJson(world, row), account_id: row.accountId, ref: refOf(row) })) };
  });
  app.get("/sandbox/api/graph-requests", () => outgoing.requests);
  app.get("/sandbox/api/statuses", () => outgoing.statuses);
  app.get("/sandbox/api/webhook-attempts", () => webhooks.attempts);
}

/** `content_attributes.saldo.ref`, or null. */
export function refOf(message: MessageRecord): string | null {
  const saldo = message.contentAttributes["saldo"];
  const ref = saldo !== null && typeof saldo === "object" && !Array.isArray(saldo) ? saldo["ref"] : undefined;
  return typeof ref === "string" ? ref : null;
}

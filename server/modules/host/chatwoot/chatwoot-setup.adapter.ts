import type { HelpdeskTeam } from "../../../contract/accounts.contract.js";
import { Injectable } from "@nestjs/common";
import { DomainError } from "../../../shared/errors.js";
import type { HostAccess } from "../host-api.port.js";
import { type HostInbox, HostSetup, type Installed } from "../host-setup.port.js";
import { ChatwootClient } from "./chatwoot-client.adapter.js";
import {
  AccountShape,
  Bots,
  DashboardApps,
  Inboxes,
  LabelTitles,
  Made,
  MadeBot,
  OneWebhook,
  TeamMembers,
  Teams,
  Webhooks,
} from "./setup-shapes.adapter.js";

/**
 * Messages, conversations for status, team and the number they send to, and contacts for being blocked, which nothing else tells at once. Never
 * inboxes: those bodies carry the WhatsApp key.
 */
const SUBSCRIPTIONS = [
  "message_created",
  "message_updated",
  "conversation_created",
  "conversation_updated",
  "conversation_status_changed",
  "contact_updated",
];

const LABEL_COLOUR = "#B45309";

/** What an administrator's token sets up in Chatwoot. */
@Injectable()
export class ChatwootSetup extends HostSetup {
  constructor(private readonly client: ChatwootClient) {
    super();
  }

  async accountName(access: HostAccess): Promise<string> {
    return (await this.client.call(access, AccountShape, "GET", `/api/v1/accounts/${access.hostAccountId}`)).name;
  }

  async whatsappInboxes(access: HostAccess): Promise<readonly HostInbox[]> {
    const { payload } = await this.client.call(access, Inboxes, "GET", at(access, "inboxes"));
    return payload
      .filter((inbox) => inbox.channel_type === "Channel::Whatsapp")
      .map(({ id, name, phone_number }) => ({ id, name, phoneNumber: phone_number ?? null }))
      .sort((a, b) => a.id - b.id);
  }

  async ensureWebhook(access: HostAccess, url: string): Promise<Installed & { readonly secret: string | null }> {
    const existing = await this.webhook(access, url);
    if (existing && isComplete(existing)) {
      return { id: existing.id, secret: existing.secret ?? null, created: false };
    }
    const body = { webhook: { url, name: "Saldo", subscriptions: SUBSCRIPTIONS } };
    const path = existing ? at(access, `webhooks/${existing.id}`) : at(access, "webhooks");
    const { payload } = await this.client.call(access, OneWebhook, existing ? "PATCH" : "POST", path, body);
    return { id: payload.webhook.id, secret: payload.webhook.secret ?? null, created: !existing };
  }

  async findWebhook(access: HostAccess, url: string): Promise<{ readonly id: number; readonly secret: string | null } | null> {
    const existing = await this.webhook(access, url);
    return existing && isComplete(existing) ? { id: existing.id, secret: existing.secret ?? null } : null;
  }

  async ensureDashboardApp(access: HostAccess, title: string, url: string): Promise<Installed> {
    const apps = await this.client.call(access, DashboardApps, "GET", at(access, "dashboard_apps"));
    const existing = apps.find((app) => app.content.some((frame) => frame.url === url));
    if (existing) return { id: existing.id, created: false };
    const body = { dashboard_app: { title, content: [{ type: "frame", url }] } };
    return { id: (await this.client.call(access, Made, "POST", at(access, "dashboard_apps"), body)).id, created: true };
  }

  async teams(access: HostAccess): Promise<readonly HelpdeskTeam[]> {
    const teams = await this.client.call(access, Teams, "GET", at(access, "teams"));
    return teams.map(({ id, name }) => ({ id, name })).toSorted((a, b) => a.name.localeCompare(b.name));
  }

  async teamMembers(access: HostAccess, teamId: number): Promise<readonly number[]> {
    const members = await this.client.call(access, TeamMembers, "GET", at(access, `teams/${teamId}/team_members`));
    return members.map(({ id }) => id);
  }

  async ensureTeam(access: HostAccess, name: string, description: string): Promise<Installed> {
    const teams = await this.teams(access);
    // The host stores team names and label titles in lower case.
    const existing = teams.find((team) => team.name.toLowerCase() === name.toLowerCase());
    if (existing) return { id: existing.id, created: false };
    const body = { team: { name, description, allow_auto_assign: false } };
    return { id: (await this.client.call(access, Made, "POST", at(access, "teams"), body)).id, created: true };
  }

  async ensureLabel(access: HostAccess, title: string, description: string): Promise<Installed> {
    const { payload } = await this.client.call(access, LabelTitles, "GET", at(access, "labels"));
    const existing = payload.find((label) => label.title.toLowerCase() === title.toLowerCase());
    if (existing) return { id: existing.id, created: false };
    const body = { label: { title, description, color: LABEL_COLOUR, show_on_sidebar: true } };
    return { id: (await this.client.call(access, Made, "POST", at(access, "labels"), body)).id, created: true };
  }

  async ensureBot(access: HostAccess, name: string, description: string): Promise<Installed & { readonly token: string }> {
    const bots = await this.client.call(access, Bots, "GET", at(access, "agent_bots"));
    const existing = bots.find((bot) => bot.name === name && !bot.outgoing_url && bot.access_token);
    const bot =
      existing ??
      (await this.client.call(access, MadeBot, "POST", at(access, "agent_bots"), { name, description, bot_type: 0, bot_config: {} }));
    if (!bot.access_token)
      throw new DomainError("unavailable", "host.bot_without_token", "The helpdesk made the bot but did not hand out its token.");
    return { id: bot.id, token: bot.access_token, created: !existing };
  }

  async missing(
    access: HostAccess,
    { teamId, label, tabUrl }: { teamId: number | null; label: string; tabUrl: string },
  ): Promise<("team" | "label" | "tab")[]> {
    const teams = await this.teams(access);
    const labels = await this.client.call(access, LabelTitles, "GET", at(access, "labels"));
    const apps = await this.client.call(access, DashboardApps, "GET", at(access, "dashboard_apps"));
    const there = {
      team: teamId === null || teams.some((team) => team.id === teamId),
      label: label === "" || labels.payload.some(({ title }) => title.toLowerCase() === label.toLowerCase()),
      tab: apps.some((app) => app.content.some((frame) => frame.url === tabUrl)),
    };
    return (["team", "label", "tab"] as const).filter((what) => !there[what]);
  }

  async clockSkew(access: HostAccess, now: () => number): Promise<number | null> {
    const asked = now();
    const { date } = await this.client.ask(access, "GET", `/api/v1/accounts/${access.hostAccountId}`);
    if (date === null) return null;
    // The header has whole seconds: within the second and the round trip there is no difference to be seen.
    const earliest = date - now();
    const latest = date + 999 - asked;
    return earliest > 0 ? earliest : Math.min(latest, 0);
  }

  private async webhook(access: HostAccess, url: string) {
    const { payload } = await this.client.call(access, Webhooks, "GET", at(access, "webhooks"));
    return payload.webhooks.find((webhook) => webhook.url === url);
  }
}

function isComplete(webhook: { readonly subscriptions: readonly string[] }): boolean {
  return SUBSCRIPTIONS.every((event) => webhook.subscriptions.includes(event));
}

function at(access: HostAccess, path: string): string {
  return `/api/v1/accounts/${access.hostAccountId}/${path}`;
}

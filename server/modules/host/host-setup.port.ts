import type { HelpdeskTeam } from "../../contract/accounts.contract.js";
import type { HostAccess, HostInbox } from "../accounts/index.js";

export type { HostInbox };

/** `created` is false when it was there already. */
export interface Installed {
  readonly id: number;
  readonly created: boolean;
}

/** What an administrator's token sets up in the helpdesk. Every `ensure` finds what an earlier run left and makes only what is missing. */
export abstract class HostSetup {
  abstract accountName(access: HostAccess): Promise<string>;
  /** By name. */
  /** Helpdesk users in a team. */
  abstract teamMembers(access: HostAccess, teamId: number): Promise<readonly number[]>;
  abstract teams(access: HostAccess): Promise<readonly HelpdeskTeam[]>;
  abstract whatsappInboxes(access: HostAccess): Promise<readonly HostInbox[]>;
  /** Found by its address. `secret` is null where the helpdesk is too old to sign. */
  abstract ensureWebhook(access: HostAccess, url: string): Promise<Installed & { readonly secret: string | null }>;
  /** Null when there is none at the address, or one that is not told everything. */
  abstract findWebhook(access: HostAccess, url: string): Promise<{ readonly id: number; readonly secret: string | null } | null>;
  /** The tab beside a conversation; found by its address. */
  abstract ensureDashboardApp(access: HostAccess, title: string, url: string): Promise<Installed>;
  abstract ensureTeam(access: HostAccess, name: string, description: string): Promise<Installed>;
  abstract ensureLabel(access: HostAccess, title: string, description: string): Promise<Installed>;
  /** An identity that receives nothing and sends for us: what it writes does not count as an agent's answer in the helpdesk's reports. */
  abstract ensureBot(access: HostAccess, name: string, description: string): Promise<Installed & { readonly token: string }>;
  /** What of all this is not there any more; `teamId` null: none was chosen. */
  abstract missing(
    access: HostAccess,
    made: { readonly teamId: number | null; readonly label: string; readonly tabUrl: string },
  ): Promise<readonly ("team" | "label" | "tab")[]>;
  /** The helpdesk's clock minus the given instant, in ms, to the second; null when it does not tell. */
  abstract clockSkew(access: HostAccess, now: () => number): Promise<number | null>;
}

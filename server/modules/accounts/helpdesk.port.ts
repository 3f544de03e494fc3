import type { Hearing, HelpdeskTeam } from "../../contract/accounts.contract.js";

/** Where and as whom a helpdesk account is spoken to. The token never leaves memory. */
export interface HostAccess {
  readonly accountId: number;
  /** Origin without a trailing slash. */
  readonly baseUrl: string;
  readonly hostAccountId: number;
  readonly token: string;
}

export interface HostUser {
  readonly id: number;
  readonly name: string;
  readonly role: "administrator" | "agent";
  /** Where reports and alerts may be mailed; only in lists of people, null where the helpdesk tells none. */
  readonly email?: string | null;
}

export interface HostInbox {
  readonly id: number;
  readonly name: string;
  readonly phoneNumber: string | null;
}

/** What an account wants to have in its helpdesk. */
export interface Wanted {
  readonly inboxId: number;
  readonly webhookKey: string;
  readonly tabUrl: string;
  /** Title of the label that marks conversations a person must look at. */
  readonly label: string;
}

export interface InstallStep {
  readonly step: "webhook" | "tab" | "team" | "label" | "bot" | "templates";
  readonly done: boolean;
  /** One sentence in English; the panel translates by `step` and `done`. */
  readonly detail: string;
}

export interface Installation {
  readonly webhook: { readonly id: number; readonly secret: string } | null;
  readonly teamId: number | null;
  readonly bot: { readonly id: number; readonly token: string } | null;
  readonly steps: readonly InstallStep[];
}

/** What accounts ask of the helpdesk they belong to. The module that speaks to the helpdesk answers. All but `hearing` throw DomainError `host.*`. */
export abstract class Helpdesk {
  /** Whose token this is, and the person's role in the account. Throws `unauthenticated` when the helpdesk refuses it, `forbidden` when the person is not in the account. */
  abstract whoAmI(baseUrl: string, hostAccountId: number, token: string): Promise<HostUser>;
  abstract listUsers(access: HostAccess): Promise<readonly HostUser[]>;
  /** By name. */
  abstract teams(access: HostAccess): Promise<readonly HelpdeskTeam[]>;
  /** Helpdesk users in a team. */
  abstract teamMembers(access: HostAccess, teamId: number): Promise<readonly number[]>;
  abstract accountName(access: HostAccess): Promise<string>;
  abstract whatsappInboxes(access: HostAccess): Promise<readonly HostInbox[]>;
  /** Whether the inbox was removed, or is another channel now. */
  abstract inboxGone(access: HostAccess, inboxId: number): Promise<boolean>;
  /** Whether the helpdesk takes this token for sending. Nothing is made by asking. */
  abstract senderAccepted(access: HostAccess): Promise<boolean>;
  /** Puts into the helpdesk what is missing there. A step that fails is told in `steps` and does not keep the others from being tried. */
  abstract install(access: HostAccess, wanted: Wanted): Promise<Installation>;
  /** The bot that sends, found or made. */
  abstract ensureSender(access: HostAccess): Promise<{ readonly id: number; readonly token: string; readonly created: boolean }>;
  /** What Saldo made and is not there any more; `teamId` null: none was chosen. */
  abstract missing(
    access: HostAccess,
    made: { readonly teamId: number | null; readonly label: string; readonly tabUrl: string },
  ): Promise<readonly ("team" | "label" | "tab")[]>;
  /** Whether Saldo hears what debtors write. Asks nobody outside. */
  abstract hearing(accountId: number): Promise<Hearing>;
}

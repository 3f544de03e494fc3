import { Inject, Injectable } from "@nestjs/common";
import type { Hearing, HelpdeskTeam } from "../../contract/accounts.contract.js";
import { CONFIG, type Config } from "../../platform/config/config.js";
import { toIso, toIsoOrNull } from "../../shared/instant.js";
import { Helpdesk, type HostAccess, type HostInbox, type HostUser, type Installation, type Wanted } from "../accounts/index.js";
import { HostApi } from "./host-api.port.js";
import { HostInstaller } from "./host-installer.service.js";
import { HostReadiness } from "./reading/host-readiness.reader.js";
import { HostSetup } from "./host-setup.port.js";
import { webhookUrl } from "./webhooks/webhook-watch.service.js";

/** The helpdesk as accounts ask for it. */
@Injectable()
export class HelpdeskOfAccounts extends Helpdesk {
  constructor(
    private readonly host: HostApi,
    private readonly setup: HostSetup,
    private readonly installer: HostInstaller,
    private readonly readiness: HostReadiness,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    super();
  }

  whoAmI(baseUrl: string, hostAccountId: number, token: string): Promise<HostUser> {
    return this.host.whoAmI(baseUrl, hostAccountId, token);
  }

  listUsers(access: HostAccess): Promise<readonly HostUser[]> {
    return this.host.listUsers(access);
  }

  teams(access: HostAccess): Promise<readonly HelpdeskTeam[]> {
    return this.setup.teams(access);
  }

  teamMembers(access: HostAccess, teamId: number): Promise<readonly number[]> {
    return this.setup.teamMembers(access, teamId);
  }

  accountName(access: HostAccess): Promise<string> {
    return this.setup.accountName(access);
  }

  whatsappInboxes(access: HostAccess): Promise<readonly HostInbox[]> {
    return this.setup.whatsappInboxes(access);
  }

  async inboxGone(access: HostAccess, inboxId: number): Promise<boolean> {
    const state = await this.host.inboxState(access, inboxId);
    return state === "gone" || state === "not_whatsapp";
  }

  senderAccepted(access: HostAccess): Promise<boolean> {
    return this.host.senderAccepted(access);
  }

  install(access: HostAccess, { webhookKey, ...wanted }: Wanted): Promise<Installation> {
    return this.installer.install(access, { ...wanted, webhookUrl: webhookUrl(this.config.publicUrl, webhookKey) });
  }

  ensureSender(access: HostAccess) {
    return this.installer.ensureSender(access);
  }

  missing(access: HostAccess, made: { readonly teamId: number | null; readonly label: string; readonly tabUrl: string }) {
    return this.setup.missing(access, made);
  }

  async hearing(accountId: number): Promise<Hearing> {
    const { unreadSince, inbox, lost } = await this.readiness.of(accountId);
    return {
      unreadSince: toIsoOrNull(unreadSince),
      inbox: inbox && { state: inbox.state, since: toIso(inbox.since) },
      lost: lost && { from: toIso(lost.from), until: toIsoOrNull(lost.until) },
    };
  }
}

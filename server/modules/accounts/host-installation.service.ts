import { Inject, Injectable } from "@nestjs/common";
import { CONFIG, type Config } from "../../platform/config/config.js";
import { Database } from "../../platform/database/database.js";
import { DomainError } from "../../shared/errors.js";
import type { Account } from "./account.reader.js";
import { AccountDirectory } from "./account-directory.reader.js";
import { AccountHealth } from "./account-health.service.js";
import { AccountStore } from "./account.store.js";
import { Helpdesk, type Installation } from "./helpdesk.port.js";
import { HostCheck } from "./host-check.reader.js";

/** What Saldo has made in the helpdesk for an account, and what the helpdesk handed out for it. */
@Injectable()
export class HostInstallation {
  constructor(
    private readonly directory: AccountDirectory,
    private readonly store: AccountStore,
    private readonly helpdesk: Helpdesk,
    private readonly check: HostCheck,
    private readonly health: AccountHealth,
    private readonly db: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Puts into the helpdesk what is missing there, and stores what it handed out. */
  async install(accountId: number): Promise<Installation> {
    const account = await this.directory.get(accountId);
    const installation = await this.helpdesk.install(await this.directory.hostAccess(accountId), {
      inboxId: account.inboxId,
      webhookKey: account.webhookKey,
      tabUrl: `${this.config.publicUrl}/a/${account.publicId}/tab`,
      label: account.label,
    });
    const { webhook, bot, teamId } = installation;
    // A team chosen in the settings stays, as long as it is there.
    const needsTeam = teamId !== null && (account.teamId === null || (await this.lacksTeam(account)));
    await this.db.inUnitOfWork("account.installed", async () => {
      await this.store.update(accountId, {
        ...(webhook
          ? {
              hostWebhookId: webhook.id,
              ...(await this.store.sealed(accountId, account.publicId, "webhook_secret_sealed", webhook.secret)),
            }
          : {}),
        ...(bot ? await this.store.sealed(accountId, account.publicId, "sender_token_sealed", bot.token) : {}),
        ...(needsTeam ? { teamId } : {}),
      });
      this.db.afterCommit(() => this.directory.invalidate());
    });
    await this.health.lookOver(accountId);
    return installation;
  }

  private async lacksTeam(account: Account): Promise<boolean> {
    try {
      return (await this.check.installed(account)).found.includes("team_missing");
    } catch (error) {
      if (error instanceof DomainError) return false;
      throw error;
    }
  }
}

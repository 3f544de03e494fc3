import { Inject, Injectable } from "@nestjs/common";
import { CONFIG, type Config } from "../../../platform/config/config.js";
import { Database } from "../../../platform/database/database.js";
import { Logger } from "../../../platform/observability/logger.js";
import { AccountRounds } from "../../../platform/work/account-rounds.js";
import { system } from "../../../shared/actor.js";
import { Journal } from "../../journal/index.js";
import { HostAccounts } from "../host-accounts.reader.js";
import { HostEvent } from "../host.events.js";
import { HostSetup } from "../host-setup.port.js";

/** Address of an account's webhook door. */
export function webhookUrl(publicUrl: string, webhookKey: string): string {
  return `${publicUrl}/hooks/chatwoot/${webhookKey}`;
}

/** Notices that our webhook was deleted or changed in the helpdesk and puts it back. Until then the reconciler's polls keep Saldo informed. */
@Injectable()
export class WebhookWatch {
  constructor(
    private readonly rounds: AccountRounds,
    private readonly accounts: HostAccounts,
    private readonly setup: HostSetup,
    private readonly journal: Journal,
    private readonly db: Database,
    private readonly logger: Logger,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async check(): Promise<void> {
    await this.rounds.forEachAccount("host.webhook", async (accountId) => {
      const { webhookKey } = await this.accounts.get(accountId);
      await this.checkOne(accountId, webhookUrl(this.config.publicUrl, webhookKey));
    });
  }

  private async checkOne(accountId: number, url: string): Promise<void> {
    const access = await this.accounts.hostAccess(accountId);
    const found = await this.setup.findWebhook(access, url);
    // Another secret: someone deleted it and made it again by hand, and nothing it signs would be believed.
    if (found?.secret && found.secret === (await this.accounts.webhookSecret(accountId))) return;
    const { id, secret } = await this.setup.ensureWebhook(access, url);
    if (secret === null) return;
    await this.db.inUnitOfWork("webhook.restored", async () => {
      await this.accounts.webhookInstalled(accountId, { id, secret });
      this.journal.append(accountId, {
        type: HostEvent.webhookRestored,
        version: 1,
        actor: system("host.webhook"),
        payload: { webhook: id },
      });
    });
    this.logger.warn("webhook.restored", { accountId });
  }
}

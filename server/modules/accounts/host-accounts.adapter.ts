import { Injectable } from "@nestjs/common";
import { system } from "../../shared/actor.js";
import { type HostAccess, type HostAccount, HostAccounts } from "../host/index.js";
import { Database } from "../../platform/database/database.js";
import type { Account } from "./account.js";
import { AccountDirectory } from "./account-directory.js";
import { AccountStore } from "./account.store.js";
import { DispatchSwitch } from "./dispatch-switch.js";

/** The accounts as the host module asks for them. */
@Injectable()
export class HostAccountsAdapter extends HostAccounts {
  constructor(
    private readonly directory: AccountDirectory,
    private readonly store: AccountStore,
    private readonly dispatch: DispatchSwitch,
    private readonly db: Database,
  ) {
    super();
  }

  async get(accountId: number): Promise<HostAccount> {
    return toHostAccount(await this.directory.get(accountId));
  }

  hostAccess(accountId: number): Promise<HostAccess> {
    return this.directory.hostAccess(accountId);
  }

  async byWebhookKey(key: string): Promise<{ account: HostAccount; secret: string } | null> {
    const account = (await this.directory.list()).find((candidate) => candidate.webhookKey === key);
    const secret = account && (await this.directory.webhookSecret(account.id));
    return account && secret ? { account: toHostAccount(account), secret } : null;
  }

  webhookSecret(accountId: number): Promise<string | null> {
    return this.directory.webhookSecret(accountId);
  }

  async webhookInstalled(accountId: number, webhook: { id: number; secret: string }): Promise<void> {
    const { publicId } = await this.directory.get(accountId);
    await this.store.update(accountId, {
      hostWebhookId: webhook.id,
      ...(await this.store.sealed(accountId, publicId, "webhook_secret_sealed", webhook.secret)),
    });
    this.db.afterCommit(() => this.directory.invalidate());
  }

  stopSending(accountId: number, reason: string): Promise<void> {
    return this.dispatch.stopBySystem(accountId, system("host"), reason);
  }
}

function toHostAccount({ id, publicId, hostAccountId, inboxId, locale, webhookKey }: Account): HostAccount {
  return { accountId: id, publicId, hostAccountId, inboxId, locale, webhookKey };
}

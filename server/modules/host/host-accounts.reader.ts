import type { Locale } from "../../shared/locale.js";
import { Injectable } from "@nestjs/common";
import { system } from "../../shared/actor.js";
import { type Account, AccountDirectory, DispatchSwitch, type HostAccess, InstalledWebhook } from "../accounts/index.js";

/** What the host module needs to know of a connected account. */
export interface HostAccount {
  readonly accountId: number;
  /** Goes into addresses; see `HostAccess.accountId` for the row id. */
  readonly publicId: string;
  readonly hostAccountId: number;
  readonly inboxId: number;
  /** Of the people of the desk. */
  readonly locale: Locale;
  /** Unguessable part of the webhook's address. */
  readonly webhookKey: string;
}

/** The accounts as the host module sees them. */
@Injectable()
export class HostAccounts {
  constructor(
    private readonly directory: AccountDirectory,
    private readonly webhook: InstalledWebhook,
    private readonly dispatch: DispatchSwitch,
  ) {}

  /** @throws DomainError `account.not_found` */
  async get(accountId: number): Promise<HostAccount> {
    return toHostAccount(await this.directory.get(accountId));
  }

  /** The account's own token: reads and set-up. Never sends. */
  hostAccess(accountId: number): Promise<HostAccess> {
    return this.directory.hostAccess(accountId);
  }

  /** The account whose webhook address has this key, and the secret that signs its deliveries; null when there is none. */
  async byWebhookKey(key: string): Promise<{ account: HostAccount; secret: string } | null> {
    const account = (await this.directory.list()).find((candidate) => candidate.webhookKey === key);
    const secret = account && (await this.directory.webhookSecret(account.id));
    return account && secret ? { account: toHostAccount(account), secret } : null;
  }

  /** The secret we verify with; null when no webhook was installed yet. */
  webhookSecret(accountId: number): Promise<string | null> {
    return this.directory.webhookSecret(accountId);
  }

  /** Stores the webhook that was installed anew. */
  webhookInstalled(accountId: number, webhook: { readonly id: number; readonly secret: string }): Promise<void> {
    return this.webhook.keep(accountId, webhook);
  }

  /** Stops all sending of the account, in the caller's unit of work; a person lifts it. `reason` is stable text without personal data. */
  stopSending(accountId: number, reason: string): Promise<void> {
    return this.dispatch.stopBySystem(accountId, system("host"), reason);
  }
}

function toHostAccount({ id, publicId, hostAccountId, inboxId, locale, webhookKey }: Account): HostAccount {
  return { accountId: id, publicId, hostAccountId, inboxId, locale, webhookKey };
}

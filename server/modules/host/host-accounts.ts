import type { Locale } from "../../contract/common.contract.js";
import type { HostAccess } from "./host-api.js";

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

/**
 * The accounts as the host module sees them. The accounts module depends on the host (it speaks to the helpdesk to connect and to sign in),
 * so the host module asks for accounts through this port, which the accounts module implements.
 */
export abstract class HostAccounts {
  /** @throws DomainError `account.not_found` */
  abstract get(accountId: number): Promise<HostAccount>;
  /** The account's own token: reads and set-up. Never sends. */
  abstract hostAccess(accountId: number): Promise<HostAccess>;
  /** The account whose webhook address has this key, and the secret that signs its deliveries; null when there is none. */
  abstract byWebhookKey(key: string): Promise<{ readonly account: HostAccount; readonly secret: string } | null>;
  /** The secret we verify with; null when no webhook was installed yet. */
  abstract webhookSecret(accountId: number): Promise<string | null>;
  /** Stores the webhook that was installed anew. */
  abstract webhookInstalled(accountId: number, webhook: { readonly id: number; readonly secret: string }): Promise<void>;
  /** Stops all sending of the account, in the caller's unit of work; a person lifts it. `reason` is stable text without personal data. */
  abstract stopSending(accountId: number, reason: string): Promise<void>;
}

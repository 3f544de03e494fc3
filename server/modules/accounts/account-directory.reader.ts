import { Injectable } from "@nestjs/common";
import { Clock } from "../../platform/clock/clock.js";
import { Database } from "../../platform/database/database.js";
import { notFound } from "../../shared/errors.js";
import type { Account } from "./account.reader.js";
import type { AccountRow } from "./account.entity.js";
import { AccountStore, toAccount } from "./account.store.js";
import type { HostAccess } from "./helpdesk.port.js";

/** How long another process may go on with what it read: the dispatch switch is among it. */
const CACHE_MS = 2_000;

/** The connected accounts, for every other module. */
@Injectable()
export class AccountDirectory {
  private cached: { readonly rows: readonly AccountRow[]; readonly at: number } | null = null;

  constructor(
    private readonly store: AccountStore,
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async list(): Promise<readonly Account[]> {
    return (await this.rows()).map(toAccount);
  }

  /** @throws DomainError `account.not_found` */
  async get(accountId: number): Promise<Account> {
    return toAccount(await this.row(accountId));
  }

  async byPublicId(publicId: string): Promise<Account | null> {
    const row = (await this.rows()).find((candidate) => candidate.publicId === publicId);
    return row ? toAccount(row) : null;
  }

  /** With the administrator's token: reads and set-up. What it writes counts as that person's; sending goes through `senderAccess`. */
  async hostAccess(accountId: number): Promise<HostAccess> {
    const row = await this.row(accountId);
    return this.access(row, await this.store.open(row, "token_sealed"));
  }

  /** With the bot's token, so that Saldo's messages do not count as agents' answers; where there is no bot, the administrator's. */
  async senderAccess(accountId: number): Promise<HostAccess> {
    const row = await this.row(accountId);
    return this.access(row, (await this.store.open(row, "sender_token_sealed")) ?? (await this.store.open(row, "token_sealed")));
  }

  /** @returns null when the webhook is not installed yet */
  async webhookSecret(accountId: number): Promise<string | null> {
    return this.store.open(await this.row(accountId), "webhook_secret_sealed");
  }

  async declaredBy(accountId: number): Promise<string> {
    return (await this.store.open(await this.row(accountId), "declared_by_sealed")) ?? "";
  }

  /** Origin of the account's helpdesk, the only one that may frame its panel; null when there is no such account. */
  async hostOriginOf(publicId: string): Promise<string | null> {
    const account = await this.byPublicId(publicId);
    return account && new URL(account.hostBaseUrl).origin;
  }

  /** Forgets what was read, after a change in this process. */
  invalidate(): void {
    this.cached = null;
  }

  private async row(accountId: number): Promise<AccountRow> {
    const find = (rows: readonly AccountRow[]) => rows.find((candidate) => candidate.id === accountId);
    const row = find(await this.rows()) ?? find(await this.store.all());
    if (!row) throw notFound("account.not_found", "There is no such account.");
    return row;
  }

  private async rows(): Promise<readonly AccountRow[]> {
    // Inside a unit of work the account may just be changing, and the change may not last: read it, and remember nothing.
    if (this.db.inTransaction) return this.store.all();
    const now = this.clock.monotonic();
    if (!this.cached || now - this.cached.at >= CACHE_MS) this.cached = { rows: await this.store.all(), at: now };
    return this.cached.rows;
  }

  private access(row: AccountRow, token: string | null): HostAccess {
    if (token === null) throw new Error(`Account ${row.id} has no access token`);
    return { accountId: row.id, baseUrl: row.hostBaseUrl, hostAccountId: row.hostAccountId, token };
  }
}

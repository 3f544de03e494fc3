import { type BeforeApplicationShutdown, Injectable } from "@nestjs/common";
import { MINUTE, SECOND } from "../../shared/instant.js";
import { Clock, type TimerHandle } from "../../platform/clock/clock.js";
import { Logger } from "../../platform/observability/logger.js";
import { AccountRounds } from "../../platform/work/account-rounds.js";
import { AccountDirectory } from "../accounts/index.js";
import { HostApi } from "../host/index.js";
import { TemplateStatuses } from "./template-statuses.store.js";

/** After a sync was asked for; the helpdesk answers before it has read anything. */
const LOOK_AGAIN = [2 * SECOND, 10 * SECOND, MINUTE];

/** Reads template status from the helpdesk. */
@Injectable()
export class TemplatesService implements BeforeApplicationShutdown {
  /** Looks still to come after a sync, by account. */
  private readonly timers = new Map<number, TimerHandle[]>();

  constructor(
    private readonly rounds: AccountRounds,
    private readonly accounts: AccountDirectory,
    private readonly host: HostApi,
    private readonly statuses: TemplateStatuses,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** The list the helpdesk holds now. @throws DomainError `host.…` when the helpdesk does not answer */
  async refresh(accountId: number): Promise<void> {
    const account = await this.accounts.get(accountId);
    const access = await this.accounts.hostAccess(accountId);
    await this.statuses.takeOver(accountId, await this.host.listTemplates(access, account.inboxId));
  }

  /** Asks the helpdesk to read Meta's list first. It does so on its own time: what it had is taken now, and looked at again shortly. */
  async syncNow(accountId: number): Promise<void> {
    const account = await this.accounts.get(accountId);
    const access = await this.accounts.hostAccess(accountId);
    await this.host.syncTemplates(access, account.inboxId);
    await this.refresh(accountId);
    this.forget(accountId);
    const look = () =>
      this.refresh(accountId).catch((error: unknown) => this.logger.warn("templates.refresh_failed", { accountId, error }));
    this.timers.set(
      accountId,
      LOOK_AGAIN.map((wait) => this.clock.at(this.clock.now() + wait, look)),
    );
  }

  async refreshAll(): Promise<void> {
    await this.rounds.forEachAccount("templates.refresh", (accountId) => this.refresh(accountId));
  }

  /** A look after the database was closed would open it again. */
  beforeApplicationShutdown(): void {
    for (const accountId of this.timers.keys()) this.forget(accountId);
  }

  private forget(accountId: number): void {
    for (const timer of this.timers.get(accountId) ?? []) timer.cancel();
    this.timers.delete(accountId);
  }
}

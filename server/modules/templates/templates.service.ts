import { Injectable } from "@nestjs/common";
import { Logger } from "../../platform/observability/logger.js";
import { AccountDirectory } from "../accounts/index.js";
import { HostApi } from "../host/index.js";
import { TemplateStatuses } from "./template-status.js";

/** Reads template status from the helpdesk. */
@Injectable()
export class TemplatesService {
  constructor(
    private readonly accounts: AccountDirectory,
    private readonly host: HostApi,
    private readonly statuses: TemplateStatuses,
    private readonly logger: Logger,
  ) {}

  /** The list the helpdesk holds now. @throws DomainError `host.…` when the helpdesk does not answer */
  async refresh(accountId: number): Promise<void> {
    const account = await this.accounts.get(accountId);
    const access = await this.accounts.hostAccess(accountId);
    await this.statuses.takeOver(accountId, await this.host.listTemplates(access, account.inboxId));
  }

  /** Asks the helpdesk to read Meta's list first; it does so on its own time, so a second refresh follows by schedule. */
  async syncNow(accountId: number): Promise<void> {
    const account = await this.accounts.get(accountId);
    const access = await this.accounts.hostAccess(accountId);
    await this.host.syncTemplates(access, account.inboxId);
    await this.refresh(accountId);
  }

  /** All accounts; one helpdesk that does not answer keeps the others from nothing. */
  async refreshAll(): Promise<void> {
    for (const account of await this.accounts.list()) {
      try {
        await this.refresh(account.id);
      } catch (error) {
        this.logger.warn("templates.refresh_failed", { accountId: account.id, error });
      }
    }
  }
}

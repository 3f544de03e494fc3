import { Injectable } from "@nestjs/common";
import { DomainError } from "../../shared/errors.js";
import { Logger } from "../../platform/observability/logger.js";
import { AccountDirectory } from "./account-directory.reader.js";
import { HostTroubles } from "./host-troubles.service.js";
import { HostCheck, type Inspection } from "./host-check.reader.js";
import { SenderToken } from "./sender-token.service.js";

/**
 * Looks after an account's place in the helpdesk: mends what Saldo can mend itself and tells of the rest. Every method speaks to the helpdesk,
 * so call it outside units of work.
 */
@Injectable()
export class AccountHealth {
  constructor(
    private readonly directory: AccountDirectory,
    private readonly check: HostCheck,
    private readonly sender: SenderToken,
    private readonly troubles: HostTroubles,
    private readonly logger: Logger,
  ) {}

  /** Something failed: may it be for the whole account's sake? @returns false also when the helpdesk does not answer */
  async sound(accountId: number): Promise<boolean> {
    return this.mayGoOn(accountId, async () => [await this.check.access(await this.directory.get(accountId))]);
  }

  /** A message was refused for its sender's sake: takes over another token if there is one. @returns whether sending may go on */
  async mendSender(accountId: number): Promise<boolean> {
    return this.mayGoOn(accountId, async () => [await this.senderLook(accountId)]);
  }

  /** Looks at everything, whether something failed or not. */
  async lookOver(accountId: number): Promise<void> {
    await this.mayGoOn(accountId, async () => {
      const account = await this.directory.get(accountId);
      const access = await this.check.access(account);
      if (access.found.length > 0) return [access];
      const refused = (await this.troubles.of(accountId)).some(({ trouble }) => trouble === "sender_refused");
      // Asking with the sender's own token is for times of trouble; otherwise it is enough that it is still the helpdesk's.
      const sender = refused ? [await this.senderLook(accountId)] : [];
      if (!refused) await this.sender.renew(accountId);
      return [access, ...sender, await this.check.installed(account)];
    });
  }

  private async senderLook(accountId: number): Promise<Inspection> {
    const look = await this.check.sender(accountId);
    return look.found.length > 0 && (await this.sender.renew(accountId)) ? this.check.sender(accountId) : look;
  }

  private async mayGoOn(accountId: number, look: () => Promise<readonly Inspection[]>): Promise<boolean> {
    try {
      return await this.troubles.record(accountId, await look());
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.logger.warn("account.not_looked_at", { accountId, error });
      return false;
    }
  }
}

import { Injectable } from "@nestjs/common";
import { system } from "../../shared/actor.js";
import { Database } from "../../platform/database/database.js";
import { Logger } from "../../platform/observability/logger.js";
import { Journal } from "../journal/index.js";
import { AccountDirectory } from "./account-directory.reader.js";
import { AccountStore } from "./account.store.js";
import { AccountEvent } from "./accounts.events.js";
import { Helpdesk } from "./helpdesk.port.js";
import { isRefusal } from "./host-check.reader.js";

/** The token of the bot that sends. An administrator of the helpdesk may reset it or delete the bot; Saldo's own administrator token gets at the new one. */
@Injectable()
export class SenderToken {
  constructor(
    private readonly directory: AccountDirectory,
    private readonly store: AccountStore,
    private readonly helpdesk: Helpdesk,
    private readonly journal: Journal,
    private readonly db: Database,
    private readonly logger: Logger,
  ) {}

  /**
   * Reads the bot's token again, makes the bot again where it is gone, and keeps what is new.
   * @returns false when there is no other token than the stored one, or Saldo may not read it
   * @throws DomainError `host.*` when the helpdesk does not answer
   */
  async renew(accountId: number): Promise<boolean> {
    const known = (await this.directory.senderAccess(accountId)).token;
    const bot = await this.helpdesk.ensureSender(await this.directory.hostAccess(accountId)).catch((error: unknown) => {
      if (isRefusal(error)) return null;
      throw error;
    });
    if (!bot || bot.token === known) return false;
    const { publicId } = await this.directory.get(accountId);
    await this.db.inUnitOfWork("account.sender", async () => {
      this.db.afterCommit(() => this.directory.invalidate());
      // Another process may have been first; what this one remembers is old then.
      if ((await this.directory.senderAccess(accountId)).token === bot.token) return;
      await this.store.update(accountId, await this.store.sealed(accountId, publicId, "sender_token_sealed", bot.token));
      this.journal.append(accountId, {
        type: AccountEvent.senderRenewed,
        version: 1,
        actor: system("accounts.health"),
        payload: { bot: bot.id, again: !bot.created },
      });
    });
    this.logger.warn("account.sender_renewed", { accountId });
    return true;
  }
}

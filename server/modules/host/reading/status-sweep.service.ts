import { Injectable } from "@nestjs/common";
import { Database } from "../../../platform/database/database.js";
import { AccountRounds } from "../../../platform/work/account-rounds.js";
import { DomainError } from "../../../shared/errors.js";
import { ConversationReading, stateOf } from "./conversation-reading.service.js";
import { HostAccounts } from "../host-accounts.reader.js";
import { type HostAccess, HostApi, type HostMessage } from "../host-api.port.js";
import { HostConversationStore } from "../conversations/host-conversation.store.js";
import { PendingStatuses } from "../pending-statuses.port.js";
import { RollbackWatch } from "./rollback-watch.service.js";

const SWEEP_LIMIT = 500;
const REREAD_LIMIT = 100;

/**
 * Reads from the helpdesk the statuses that its webhooks lost or did not tell. What is found goes the way of the webhooks, whose handlers are
 * idempotent.
 */
@Injectable()
export class StatusSweep {
  constructor(
    private readonly rounds: AccountRounds,
    private readonly accounts: HostAccounts,
    private readonly api: HostApi,
    private readonly store: HostConversationStore,
    private readonly reading: ConversationReading,
    private readonly rollback: RollbackWatch,
    private readonly pending: PendingStatuses,
    private readonly db: Database,
  ) {}

  /** Statuses of our messages that no webhook brought to their end. */
  sweepStatuses(): Promise<void> {
    return this.each("host.sweep", async (access) => {
      const lowest = new Map<number, number>();
      for (const { conversationId, hostMessageId } of await this.pending.pending(access.accountId, SWEEP_LIMIT)) {
        lowest.set(conversationId, Math.min(hostMessageId, lowest.get(conversationId) ?? hostMessageId));
      }
      for (const [conversationId, messageId] of lowest) await this.readFrom(access, conversationId, messageId);
    });
  }

  /** Statuses a webhook announced without telling them. Safe in several processes at once. */
  rereadAnnounced(whenLate?: () => void): Promise<void> {
    const work = async (access: HostAccess) => {
      for (const row of await this.store.toReread(access.accountId, REREAD_LIMIT)) {
        const from = row.rereadFrom!;
        const mine = await this.db.inUnitOfWork("host.reread", () => this.store.takeReread(access.accountId, row.conversationId, from));
        if (!mine) continue;
        try {
          await this.readFrom(access, row.conversationId, from);
        } catch (error) {
          await this.db.inUnitOfWork("host.reread", () => this.store.rereadFrom(access.accountId, row.conversationId, from));
          throw error;
        }
      }
    };
    return this.each("reread", work, whenLate);
  }

  private async readFrom(access: HostAccess, conversationId: number, messageId: number): Promise<void> {
    const known = await this.store.byConversation(access.accountId, conversationId);
    if (!known) return;
    const messages = await this.messages(access, conversationId, messageId - 1);
    if (!messages) return;
    await this.reading.take(access.accountId, stateOf(known), messages);
    await this.rollback.check(access, known, messages);
  }

  /** Null when the conversation was deleted. */
  private async messages(access: HostAccess, conversationId: number, afterId: number): Promise<readonly HostMessage[] | null> {
    try {
      return await this.api.messagesAfter(access, conversationId, Math.max(0, afterId));
    } catch (error) {
      if (error instanceof DomainError && error.kind === "not_found") return null;
      throw error;
    }
  }

  private async each(job: string, work: (access: HostAccess) => Promise<void>, whenLate?: () => void): Promise<void> {
    await this.rounds.forEachAccount(job, async (accountId) => work(await this.accounts.hostAccess(accountId)), whenLate);
  }
}

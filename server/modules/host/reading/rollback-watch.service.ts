import { Injectable } from "@nestjs/common";
import { Clock } from "../../../platform/clock/clock.js";
import { Database } from "../../../platform/database/database.js";
import { system } from "../../../shared/actor.js";
import { MINUTE } from "../../../shared/instant.js";
import { Journal } from "../../journal/index.js";
import { HostAccounts } from "../host-accounts.reader.js";
import { type HostAccess, HostApi, type HostMessage } from "../host-api.port.js";
import type { HostConversationRow } from "../conversations/host-conversation.entity.js";
import { HostConversationStore } from "../conversations/host-conversation.store.js";
import { HostEvent } from "../host.events.js";

/** A message missing from the listing for longer than any lag is gone. */
const MISSING_AFTER_MS = 10 * MINUTE;

/**
 * Deleting a message in Chatwoot leaves its row. A message we saw and that is not there any more means that the helpdesk was restored from a
 * backup: it may hand out ids we have already recorded for other messages, so nothing is sent until a person has looked.
 */
@Injectable()
export class RollbackWatch {
  constructor(
    private readonly api: HostApi,
    private readonly store: HostConversationStore,
    private readonly accounts: HostAccounts,
    private readonly journal: Journal,
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** @param messages the conversation's listing, which reaches back behind the newest message that is known */
  async check(access: HostAccess, known: HostConversationRow, messages: readonly HostMessage[]): Promise<void> {
    const { lastMessageId, lastMessageAt, conversationId } = known;
    const seenLongAgo = lastMessageAt != null && lastMessageAt < this.clock.now() - MISSING_AFTER_MS;
    if (lastMessageId === 0 || !seenLongAgo || messages.some((message) => message.id >= lastMessageId)) return;
    const latest = await this.api.latestMessageId(access, conversationId);
    await this.db.inUnitOfWork("host.rolled_back", async () => {
      await this.accounts.stopSending(access.accountId, "helpdesk_restored");
      // From here on its own count holds, or everything it says from now on would be below our marks.
      await this.store.update(access.accountId, conversationId, { lastMessageId: latest, lastMessageAt: null, listedId: latest });
      this.journal.append(access.accountId, {
        type: HostEvent.rolledBack,
        version: 1,
        actor: system("host.poll"),
        payload: { conversation: conversationId, expectedMessage: lastMessageId },
      });
    });
  }
}

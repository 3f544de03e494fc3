import { Injectable } from "@nestjs/common";
import { Clock } from "../../platform/clock/clock.js";
import { Database } from "../../platform/database/database.js";
import { AccountRounds } from "../../platform/work/account-rounds.js";
import { system } from "../../shared/actor.js";
import { DomainError } from "../../shared/errors.js";
import { MINUTE } from "../../shared/instant.js";
import { Journal } from "../journal/index.js";
import { HostAccounts } from "./host-accounts.js";
import { type HostAccess, HostApi, type HostConversationState, type HostMessage } from "./host-api.js";
import type { HostConversationRow } from "./host-conversation.entity.js";
import { HostConversationStore } from "./host-conversation.store.js";
import { HostEventIntake } from "./host-event-intake.js";
import { HostEvent } from "./host.events.js";
import { PendingStatuses } from "./pending-statuses.js";

/** Read again beyond the last poll: covers our clocks' difference and messages that reach the listing late. */
const OVERLAP_MS = 5 * MINUTE;
const FIRST_POLL_MS = 10 * MINUTE;
/** Ids and commits of concurrent messages differ in order by moments: younger messages are listed again next time. */
const SETTLED_MS = 2 * MINUTE;
/** A message missing from the listing for longer than any lag is gone. */
const MISSING_AFTER_MS = 10 * MINUTE;
const SWEEP_LIMIT = 500;
const REREAD_LIMIT = 100;

/** Reads from the helpdesk what its webhooks lost or did not tell. Everything found goes the way of the webhooks, whose handlers are idempotent. */
@Injectable()
export class Reconciler {
  constructor(
    private readonly rounds: AccountRounds,
    private readonly accounts: HostAccounts,
    private readonly api: HostApi,
    private readonly store: HostConversationStore,
    private readonly intake: HostEventIntake,
    private readonly pending: PendingStatuses,
    private readonly journal: Journal,
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** New messages and conversation changes of all accounts since the last poll. */
  poll(): Promise<void> {
    return this.each("host.poll", async (access, inboxId) => {
      const { accountId } = access;
      const startedAt = this.clock.now();
      const since = (await this.store.polledUntil(accountId)) ?? startedAt - FIRST_POLL_MS;
      for await (const page of this.api.conversationsSince(access, since - OVERLAP_MS, startedAt)) {
        for (const conversation of page) {
          if (conversation.inboxId !== inboxId) continue;
          await this.db.inUnitOfWork("host.poll", () => this.intake.conversation(accountId, conversation));
          const known = await this.store.byConversation(accountId, conversation.id);
          if (known) await this.list(access, known, conversation);
        }
      }
      await this.db.inUnitOfWork("host.polled", () => this.store.setPolledUntil(accountId, startedAt));
    });
  }

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
    await this.take(access, stateOf(known), messages);
    await this.checkStillThere(access, known, messages);
  }

  private async list(access: HostAccess, known: HostConversationRow, conversation: HostConversationState): Promise<void> {
    const { accountId, listedId, conversationId } = known;
    // One further back: the newest message we know of must still be there.
    const messages = await this.messages(access, conversationId, Math.min(listedId, known.lastMessageId - 1));
    if (!messages) return;
    await this.take(
      access,
      conversation,
      messages.filter((message) => message.id > listedId),
    );
    await this.checkStillThere(access, known, messages);
    const now = this.clock.now();
    const settled = messages.findLast((message) => message.createdAt < now - SETTLED_MS);
    if (settled) await this.db.inUnitOfWork("host.listed", () => this.store.listedUntil(accountId, conversationId, settled.id));
  }

  private async take(access: HostAccess, conversation: HostConversationState, messages: readonly HostMessage[]): Promise<void> {
    for (const message of messages) {
      // The helpdesk's own notes ("Assigned to …") are no messages; webhooks leave them out as well.
      if (message.direction === "activity") continue;
      await this.db.inUnitOfWork("host.listed", () => this.intake.message(access.accountId, message, conversation));
    }
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

  /**
   * Deleting a message in Chatwoot leaves its row. A message we saw and that is not there any more means that the helpdesk was restored from a
   * backup: it may hand out ids we have already recorded for other messages, so nothing is sent until a person has looked.
   */
  private async checkStillThere(access: HostAccess, known: HostConversationRow, messages: readonly HostMessage[]): Promise<void> {
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

  private async each(job: string, work: (access: HostAccess, inboxId: number) => Promise<void>, whenLate?: () => void): Promise<void> {
    await this.rounds.forEachAccount(
      job,
      async (accountId) => {
        const { inboxId } = await this.accounts.get(accountId);
        await work(await this.accounts.hostAccess(accountId), inboxId);
      },
      whenLate,
    );
  }
}

function stateOf(row: HostConversationRow): HostConversationState {
  return {
    id: row.conversationId,
    inboxId: row.inboxId,
    contactId: row.contactId,
    status: row.status as HostConversationState["status"],
    sourceId: null,
    labels: [],
    updatedAt: row.ensuredAt,
  };
}

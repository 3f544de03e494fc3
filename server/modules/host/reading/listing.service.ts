import { Injectable } from "@nestjs/common";
import { Clock } from "../../../platform/clock/clock.js";
import { Database } from "../../../platform/database/database.js";
import { concernsAll } from "../../../platform/work/concerns-all.js";
import type { Instant } from "../../../shared/instant.js";
import { ConversationReading, conversationStateOf } from "./conversation-reading.service.js";
import { type HostAccess, HostApi, type HostConversationState } from "../host-api.port.js";
import { HostConversationStore } from "../conversations/host-conversation.store.js";
import { HostEventIntake } from "../host-event-intake.service.js";
import { UnheardConversations } from "./unheard-conversations.service.js";

/** When the helpdesk does not answer for so many conversations in a row, it is no longer the conversations' fault. */
const OUTAGE = 3;
const RETRIES = 20;

/** Reads what an account's helpdesk lists, to its end. */
@Injectable()
export class Listing {
  constructor(
    private readonly api: HostApi,
    private readonly reading: ConversationReading,
    private readonly store: HostConversationStore,
    private readonly unheard: UnheardConversations,
    private readonly intake: HostEventIntake,
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * @param inboxId the account's own; of others only what debtors write is read
   * @param goesOn told between conversations
   * @throws when the helpdesk cannot be read; a conversation that cannot is noted, and the others go on
   */
  async read(access: HostAccess, inboxId: number, since: Instant, goesOn: () => Promise<void>): Promise<void> {
    let inARow = 0;
    for await (const page of this.api.conversationsSince(access, since, this.clock.now())) {
      for (const conversation of page) {
        try {
          await this.conversation(access, inboxId, conversation, since);
          inARow = 0;
        } catch (error) {
          if (concernsAll(error) && ++inARow >= OUTAGE) throw error;
          await this.unheard.failed(access.accountId, conversation, since, error);
        }
        await goesOn();
      }
    }
    await this.again(access);
  }

  private async conversation(access: HostAccess, inboxId: number, conversation: HostConversationState, since: Instant): Promise<void> {
    // Its messages first: what it is resolved of was said before.
    await this.reading.catchUp(access, conversation, since);
    if (conversation.inboxId !== inboxId) return;
    await this.db.inUnitOfWork("host.poll", () => this.intake.conversation(access.accountId, conversation));
  }

  /** Those that could not be read before. */
  private async again(access: HostAccess): Promise<void> {
    const { accountId } = access;
    for (const { conversationId, readFrom } of await this.unheard.due(accountId, RETRIES)) {
      const known = await this.store.byConversation(accountId, conversationId);
      let conversation = known && conversationStateOf(known);
      try {
        conversation = await this.api.conversation(access, conversationId);
        if (conversation) await this.reading.catchUp(access, conversation, readFrom);
        await this.unheard.heard(accountId, conversationId);
      } catch (error) {
        if (conversation) await this.unheard.failed(accountId, conversation, readFrom, error);
      }
    }
  }
}

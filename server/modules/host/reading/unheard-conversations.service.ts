import { Injectable } from "@nestjs/common";
import { Clock } from "../../../platform/clock/clock.js";
import { Database } from "../../../platform/database/database.js";
import { Logger } from "../../../platform/observability/logger.js";
import { DomainError } from "../../../shared/errors.js";
import type { Instant } from "../../../shared/instant.js";
import type { HostConversationState } from "../host-api.port.js";
import { HostConversationStore } from "../conversations/host-conversation.store.js";
import { HostEvents } from "../host-events.port.js";
import { UnheardStore } from "./unheard.store.js";

/** Conversations that could not be read: their debtors may have written what nobody knows. */
@Injectable()
export class UnheardConversations {
  constructor(
    private readonly unheard: UnheardStore,
    private readonly conversations: HostConversationStore,
    private readonly events: HostEvents,
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** Those to be tried again now. */
  due(accountId: number, limit: number) {
    return this.unheard.due(accountId, this.clock.now(), limit);
  }

  heard(accountId: number, conversationId: number): Promise<void> {
    return this.db.inUnitOfWork("host.heard", () => this.unheard.heard(accountId, conversationId));
  }

  async failed(accountId: number, conversation: HostConversationState, readFrom: Instant, error: unknown): Promise<void> {
    this.logger.warn("host.conversation_not_read", { accountId, error });
    const known = await this.conversations.byConversation(accountId, conversation.id);
    const debtorIds = new Set([...(known ? [known.debtorId] : []), ...(await this.events.debtors(accountId, conversation))]);
    const problem = error instanceof DomainError ? error.code.slice(0, 80) : "unexpected";
    await this.db.inUnitOfWork("host.not_heard", () =>
      this.unheard.failed(accountId, conversation.id, [...debtorIds], { readFrom, problem, now: this.clock.now() }),
    );
  }
}

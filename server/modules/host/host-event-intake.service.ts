import { Injectable } from "@nestjs/common";
import { ContactBlocks } from "./contact-blocks.service.js";
import { ConversationRecorder } from "./conversations/conversation-recorder.service.js";
import type { HostContactChange, HostConversationState, HostMessage } from "./host-api.port.js";
import { HostEvents } from "./host-events.port.js";

/** The one way in for what the helpdesk tells, by webhook or by listing: first our own record of the conversation, then the other modules. */
@Injectable()
export class HostEventIntake {
  constructor(
    private readonly recorder: ConversationRecorder,
    private readonly blocks: ContactBlocks,
    private readonly events: HostEvents,
  ) {}

  async message(accountId: number, message: HostMessage, conversation: HostConversationState): Promise<void> {
    const news = await this.recorder.message(accountId, message, conversation);
    await this.seen(accountId, conversation);
    if (news) await this.events.message(accountId, message, conversation);
  }

  async conversation(accountId: number, conversation: HostConversationState): Promise<void> {
    await this.recorder.conversation(accountId, conversation);
    await this.seen(accountId, conversation);
    await this.events.conversation(accountId, conversation);
  }

  contact(accountId: number, { person, changedAt, blockedAt }: HostContactChange): Promise<void> {
    return this.blocks.saw(accountId, { person, at: changedAt, blockedAt });
  }

  private async seen(accountId: number, { id, person, sourceId, updatedAt }: HostConversationState): Promise<void> {
    if (!person) return;
    const numbers = sourceId === null ? [] : [sourceId];
    await this.blocks.saw(accountId, { person, numbers, conversationId: id, at: updatedAt });
  }
}

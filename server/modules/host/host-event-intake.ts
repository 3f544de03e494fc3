import { Injectable } from "@nestjs/common";
import { ConversationRecorder } from "./conversation-recorder.js";
import type { HostConversationState, HostMessage } from "./host-api.js";
import { HostEvents } from "./host-events.js";

/** The one way in for what the helpdesk tells, by webhook or by listing: first our own record of the conversation, then the other modules. */
@Injectable()
export class HostEventIntake {
  constructor(
    private readonly recorder: ConversationRecorder,
    private readonly events: HostEvents,
  ) {}

  async message(accountId: number, message: HostMessage, conversation: HostConversationState): Promise<void> {
    const news = await this.recorder.message(accountId, message, conversation);
    if (news) await this.events.message(accountId, message, conversation);
  }

  async conversation(accountId: number, conversation: HostConversationState): Promise<void> {
    await this.recorder.conversation(accountId, conversation);
    await this.events.conversation(accountId, conversation);
  }
}

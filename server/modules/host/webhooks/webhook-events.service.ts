import { Injectable } from "@nestjs/common";
import { Database } from "../../../platform/database/database.js";
import { JobQueue } from "../../../platform/queue/job-queue.js";
import { parseForeign } from "../../../shared/well-formed.js";
import { readWebhook } from "../chatwoot/webhook-payload.adapter.js";
import { HostConversationStore } from "../conversations/host-conversation.store.js";
import { HostEventIntake } from "../host-event-intake.service.js";
import type { StoredDelivery } from "./webhook-inbox.store.js";

/** What a stored delivery says, told to those who listen. Works in the caller's unit of work. */
@Injectable()
export class WebhookEvents {
  constructor(
    private readonly conversations: HostConversationStore,
    private readonly intake: HostEventIntake,
    private readonly db: Database,
    private readonly queue: JobQueue,
  ) {}

  async handle(accountId: number, delivery: StoredDelivery): Promise<void> {
    const payload = readWebhook(delivery.event, parseForeign(delivery.body));
    if (!payload) return;
    if (payload.kind === "conversation") {
      await this.intake.conversation(accountId, payload.conversation);
      return;
    }
    if (payload.kind === "contact") {
      await this.intake.contact(accountId, payload.contact);
      return;
    }
    const { message, conversation } = payload;
    await this.intake.message(accountId, message, conversation);
    // A message of ours changed and the webhook could not say how: the reconciler asks.
    if (delivery.event === "message_updated" && message.ref !== null && message.status === null) {
      await this.conversations.rereadFrom(accountId, conversation.id, message.id);
      this.db.afterCommit(() => this.queue.wake("reread"));
    }
  }
}

import { Injectable } from "@nestjs/common";
import { Logger } from "../../../platform/observability/logger.js";
import { readWebhook, type WebhookPayload } from "../chatwoot/webhook-payload.adapter.js";
import { ConversationReading } from "../reading/conversation-reading.service.js";
import { HostAccounts } from "../host-accounts.reader.js";
import type { StoredDelivery } from "./webhook-inbox.store.js";

/**
 * Webhooks get lost and overtake each other, and order is part of what a debtor says: what stands before a message in the helpdesk is taken
 * first, and so is what was said before a conversation was resolved. A helpdesk that does not tell keeps nobody from being heard: then the
 * webhook's own word counts.
 */
@Injectable()
export class WebhookOrder {
  constructor(
    private readonly accounts: HostAccounts,
    private readonly reading: ConversationReading,
    private readonly logger: Logger,
  ) {}

  /** Outside units of work: it may ask the helpdesk. @throws when the delivery itself cannot be read */
  async hearFirst(accountId: number, delivery: StoredDelivery): Promise<void> {
    const payload = readWebhook(delivery.event, JSON.parse(delivery.body));
    if (!payload) return;
    try {
      await this.read(accountId, payload);
    } catch (error) {
      this.logger.warn("webhook.not_read_up_to", { accountId, error });
    }
  }

  private async read(accountId: number, payload: WebhookPayload): Promise<void> {
    switch (payload.kind) {
      case "message": {
        // Ours tell of themselves; a note is nobody's word.
        if (payload.message.ref !== null || payload.message.private) return;
        return this.reading.upTo(await this.accounts.hostAccess(accountId), payload.conversation, payload.message);
      }
      case "conversation": {
        if (payload.conversation.status !== "resolved") return;
        return this.reading.upToNow(await this.accounts.hostAccess(accountId), payload.conversation);
      }
      case "contact":
        return;
    }
  }
}

import { Injectable } from "@nestjs/common";
import { Logger } from "../../platform/observability/logger.js";
import { readWebhook } from "./chatwoot/webhook-payload.js";
import { ConversationReading } from "./conversation-reading.service.js";
import { HostAccounts } from "./host-accounts.reader.js";
import { WebhookInboxStore } from "./webhook-inbox.store.js";

/**
 * Webhooks get lost and overtake each other, and order is part of what a debtor says: what stands before a message in the helpdesk is taken
 * first. A helpdesk that does not tell keeps nobody from being heard: then the webhook's own word counts.
 */
@Injectable()
export class WebhookOrder {
  constructor(
    private readonly inbox: WebhookInboxStore,
    private readonly accounts: HostAccounts,
    private readonly reading: ConversationReading,
    private readonly logger: Logger,
  ) {}

  /** Outside units of work: it may ask the helpdesk. @throws when the delivery itself cannot be read */
  async hearFirst(accountId: number, deliveryId: number): Promise<void> {
    const delivery = await this.inbox.peek(accountId, deliveryId);
    const payload = delivery && readWebhook(delivery.event, JSON.parse(delivery.body));
    // Ours tell of themselves; a note is nobody's word.
    if (payload?.kind !== "message" || payload.message.ref !== null || payload.message.private) return;
    try {
      await this.reading.upTo(await this.accounts.hostAccess(accountId), payload.conversation, payload.message);
    } catch (error) {
      this.logger.warn("webhook.not_read_up_to", { accountId, error });
    }
  }
}

import { HostError } from "../host/host-error.js";
import type { JsonObject, MessageRecord, MessageStatus } from "../state/records.js";
import type { World } from "../state/world.js";
import type { InboundMessages } from "../whatsapp/inbound.js";
import type { OutgoingMessages } from "../whatsapp/outgoing.js";
import { templateOf } from "./template-view.js";
import type { TemplateRegistry } from "../meta/template-registry.js";

export interface DebtorMessage {
  readonly accountId: number;
  /** Who writes: a number, with or without `+`, or the other end of a conversation (its display id). */
  readonly phone?: string;
  /** The id of a username (`CO.7712…`), from which the debtor writes instead. */
  readonly username?: string;
  readonly conversationId?: number;
  readonly text: string;
  /** Host id of the message the debtor quotes. */
  readonly replyToMessageId?: number;
  readonly profileName?: string;
  /** The business number written to; the account's first inbox when absent. */
  readonly inboxId?: number;
}

/** Plays the person at the other end of WhatsApp. */
export class Debtor {
  constructor(
    private readonly world: World,
    private readonly inbound: InboundMessages,
    private readonly outgoing: OutgoingMessages,
    private readonly registry: TemplateRegistry,
  ) {}

  /** The stored message, or null when the host drops it because the contact is blocked. */
  write(message: DebtorMessage): MessageRecord | null {
    const { world } = this;
    const replyTo = message.replyToMessageId === undefined ? undefined : this.message(message.accountId, message.replyToMessageId);
    const conversation = message.conversationId === undefined ? undefined : world.conversation(message.accountId, message.conversationId);
    if (message.conversationId !== undefined && !conversation) throw new HostError(404, { error: "No such conversation in this account." });
    const inboxId = conversation?.inboxId ?? replyTo?.inboxId ?? message.inboxId;
    const inbox = world.inboxes.find((row) => row.accountId === message.accountId && (inboxId === undefined || row.id === inboxId));
    if (!inbox) throw new HostError(404, { error: "No such inbox in this account." });
    const quoted = replyTo && world.conversations.must(replyTo.conversationId);
    const contactInboxId = conversation?.contactInboxId ?? (message.phone === undefined ? quoted?.contactInboxId : undefined);
    const from =
      message.username ??
      (contactInboxId === undefined ? message.phone?.replace(/\D/gu, "") : world.contactInboxes.must(contactInboxId).sourceId);
    if (!from) throw new HostError(422, { error: "Give phone, conversationId or replyToMessageId." });
    return this.inbound.receive({ inbox, from, text: message.text, profileName: message.profileName, replyTo });
  }

  /** Changes the text of a message that was sent. */
  edit(accountId: number, messageId: number, text: string): void {
    this.inbound.edit(this.message(accountId, messageId), text);
  }

  /** Presses a button of a template or of an interactive message: its title comes back as text that quotes the message. */
  press(accountId: number, messageId: number, title: string): MessageRecord | null {
    const message = this.message(accountId, messageId);
    const buttons = templateOf(this.world, this.registry, message)?.buttons ?? [];
    if (!buttons.some((button) => button.title === title && button.kind === "reply")) {
      throw new HostError(422, {
        error: `The message has no button with this title. It has: ${buttons.map((item) => item.title).join(", ")}`,
      });
    }
    return this.write({ accountId, text: title, replyToMessageId: messageId });
  }

  /** A receipt from the debtor's phone, in whatever order. */
  receipt(accountId: number, messageId: number, status: MessageStatus, failure?: { code: number; title: string }): JsonObject {
    const message = this.message(accountId, messageId);
    this.outgoing.report(message, status, failure);
    return { id: message.id, status: message.status };
  }

  private message(accountId: number, id: number): MessageRecord {
    const message = this.world.messages.get(id);
    if (message?.accountId !== accountId) throw new HostError(404, { error: "No such message in this account." });
    return message;
  }
}

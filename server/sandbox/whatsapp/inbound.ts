import type { SandboxContext } from "../context.js";
import type { Contacts } from "../host/contacts.js";
import type { Conversations } from "../host/conversations.js";
import type { Messages } from "../host/messages.js";
import type { ContactInboxRecord, ConversationRecord, InboxRecord, MessageRecord } from "../state/records.js";

export interface InboundMessage {
  readonly inbox: InboxRecord;
  /** WhatsApp id of the debtor: digits without `+`. */
  readonly from: string;
  readonly profileName?: string;
  readonly text: string;
  /** The message the debtor quotes or whose button was pressed. */
  readonly replyTo?: MessageRecord;
}

/** The debtor's side of WhatsApp, up to the message in the helpdesk. */
export class InboundMessages {
  constructor(
    private readonly context: SandboxContext,
    private readonly contacts: Contacts,
    private readonly conversations: Conversations,
    private readonly messages: Messages,
  ) {}

  /**
   * The message as stored, or null when the host drops it silently: because the contact is blocked, or the inbox has to be authorised again or
   * is gone. A pressed button arrives as plain
   * text of its title: ids and payloads never reach the host.
   */
  receive({ inbox, from, profileName, text, replyTo }: InboundMessage): MessageRecord | null {
    if (inbox.reauthorizationRequired || inbox.removed) return null;
    const { world, entropy } = this.context;
    const contactInbox = world.contactInbox(inbox.id, from) ?? this.meet(inbox, from, profileName);
    const contact = world.contacts.must(contactInbox.contactId);
    if (contact.blocked) return null;
    const conversation = this.place(inbox, contactInbox);
    return this.messages.create(conversation, {
      content: text,
      messageType: "incoming",
      sender: { type: "Contact", id: contact.id },
      sourceId: `wamid.HBgM${entropy.bytes(24).toString("base64")}`,
      contentAttributes: replyTo?.sourceId ? { in_reply_to_external_id: replyTo.sourceId } : {},
    });
  }

  /** The debtor changed the text of a message. */
  edit(message: MessageRecord, content: string): void {
    this.messages.update(message, { content });
  }

  private meet(inbox: InboxRecord, from: string, profileName: string | undefined): ContactInboxRecord {
    const phoneNumber = `+${from}`;
    const contact =
      this.context.world.contacts.find((row) => row.accountId === inbox.accountId && row.phoneNumber === phoneNumber) ??
      this.contacts.create(inbox.accountId, { name: profileName ?? phoneNumber, phoneNumber });
    return this.contacts.bind(contact, inbox, from);
  }

  /** A locked inbox keeps one conversation; else the last that is not resolved; else a new one. */
  private place(inbox: InboxRecord, contactInbox: ContactInboxRecord): ConversationRecord {
    const past = this.context.world.conversationsOf(contactInbox.contactId).filter((row) => row.inboxId === inbox.id);
    const current = inbox.lockToSingleConversation ? past.at(-1) : past.findLast((row) => row.status !== "resolved");
    return current ?? this.conversations.create(contactInbox, {});
  }
}

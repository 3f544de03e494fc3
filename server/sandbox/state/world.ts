import type {
  AccountRecord,
  AgentBotRecord,
  AttributeDefinitionRecord,
  ContactInboxRecord,
  ContactRecord,
  ConversationRecord,
  DashboardAppRecord,
  InboxRecord,
  LabelRecord,
  MembershipRecord,
  MessageRecord,
  TeamRecord,
  UserRecord,
  WebhookRecord,
} from "./records.js";
import { Table } from "./table.js";

/** Everything the stand-in helpdesk remembers. Reading is free; changes go through the services in `host/` so that events follow. */
export class World {
  readonly accounts = new Table<AccountRecord>();
  readonly users = new Table<UserRecord>();
  readonly memberships = new Table<MembershipRecord>();
  readonly agentBots = new Table<AgentBotRecord>();
  readonly inboxes = new Table<InboxRecord>();
  readonly contacts = new Table<ContactRecord>();
  readonly contactInboxes = new Table<ContactInboxRecord>();
  readonly conversations = new Table<ConversationRecord>();
  readonly messages = new Table<MessageRecord>();
  readonly teams = new Table<TeamRecord>();
  readonly labels = new Table<LabelRecord>();
  readonly attributeDefinitions = new Table<AttributeDefinitionRecord>();
  readonly dashboardApps = new Table<DashboardAppRecord>();
  readonly webhooks = new Table<WebhookRecord>();

  private readonly messagesByConversation = new Map<number, MessageRecord[]>();
  private readonly conversationsByDisplayId = new Map<string, ConversationRecord>();
  private readonly conversationsByContact = new Map<number, ConversationRecord[]>();
  private readonly bindingsByContact = new Map<number, ContactInboxRecord[]>();
  private readonly bindingsBySource = new Map<string, ContactInboxRecord>();
  private readonly lastDisplayId = new Map<number, number>();

  nextDisplayId(accountId: number): number {
    const next = (this.lastDisplayId.get(accountId) ?? 0) + 1;
    this.lastDisplayId.set(accountId, next);
    return next;
  }

  addConversation(conversation: ConversationRecord): ConversationRecord {
    this.conversationsByDisplayId.set(`${conversation.accountId}/${conversation.displayId}`, conversation);
    const others = this.conversationsByContact.get(conversation.contactId);
    if (others) others.push(conversation);
    else this.conversationsByContact.set(conversation.contactId, [conversation]);
    return this.conversations.insert(conversation);
  }

  /** Gone for everybody, its messages too; the host tells nobody. */
  removeConversation(conversation: ConversationRecord): void {
    this.conversationsByDisplayId.delete(`${conversation.accountId}/${conversation.displayId}`);
    const others = this.conversationsOf(conversation.contactId).filter((row) => row.id !== conversation.id);
    this.conversationsByContact.set(conversation.contactId, others);
    for (const message of this.messagesOf(conversation.id)) this.messages.delete(message.id);
    this.messagesByConversation.delete(conversation.id);
    this.conversations.delete(conversation.id);
  }

  removeContact(contact: ContactRecord): void {
    for (const conversation of this.conversationsOf(contact.id)) this.removeConversation(conversation);
    for (const row of this.contactInboxesOf(contact.id)) {
      this.bindingsBySource.delete(`${row.inboxId}/${row.sourceId}`);
      this.contactInboxes.delete(row.id);
    }
    this.bindingsByContact.delete(contact.id);
    this.contacts.delete(contact.id);
  }

  addMessage(message: MessageRecord): MessageRecord {
    const siblings = this.messagesByConversation.get(message.conversationId);
    if (siblings) siblings.push(message);
    else this.messagesByConversation.set(message.conversationId, [message]);
    return this.messages.insert(message);
  }

  addContactInbox(row: ContactInboxRecord): ContactInboxRecord {
    this.bindingsBySource.set(`${row.inboxId}/${row.sourceId}`, row);
    this.bindingsByContact.set(row.contactId, [...this.contactInboxesOf(row.contactId), row]);
    return this.contactInboxes.insert(row);
  }

  /** Gives everything of one contact to another. */
  reassign(fromContactId: number, toContactId: number): void {
    const conversations = this.conversationsOf(fromContactId);
    const bindings = this.contactInboxesOf(fromContactId);
    for (const row of [...conversations, ...bindings]) row.contactId = toContactId;
    this.conversationsByContact.set(
      toContactId,
      [...this.conversationsOf(toContactId), ...conversations].sort((a, b) => a.id - b.id),
    );
    this.bindingsByContact.set(toContactId, [...this.contactInboxesOf(toContactId), ...bindings]);
    this.conversationsByContact.delete(fromContactId);
    this.bindingsByContact.delete(fromContactId);
    for (const message of this.messages) {
      if (message.sender?.type === "Contact" && message.sender.id === fromContactId) message.sender = { type: "Contact", id: toContactId };
    }
  }

  /** Who owns a WhatsApp id in an inbox. */
  contactInbox(inboxId: number, sourceId: string | undefined): ContactInboxRecord | undefined {
    return this.bindingsBySource.get(`${inboxId}/${sourceId}`);
  }

  conversation(accountId: number, displayId: number): ConversationRecord | undefined {
    return this.conversationsByDisplayId.get(`${accountId}/${displayId}`);
  }

  /** Oldest first. */
  conversationsOf(contactId: number): readonly ConversationRecord[] {
    return this.conversationsByContact.get(contactId) ?? [];
  }

  /** Oldest first, activity and private notes included. */
  messagesOf(conversationId: number): readonly MessageRecord[] {
    return this.messagesByConversation.get(conversationId) ?? [];
  }

  contactInboxesOf(contactId: number): readonly ContactInboxRecord[] {
    return this.bindingsByContact.get(contactId) ?? [];
  }

  membership(accountId: number, userId: number): MembershipRecord | undefined {
    return this.memberships.find((row) => row.accountId === accountId && row.userId === userId);
  }

  /** Members of the account, in order of joining. */
  usersOf(accountId: number): UserRecord[] {
    return this.memberships.where((row) => row.accountId === accountId).map((row) => this.users.must(row.userId));
  }
}

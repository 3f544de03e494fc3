import { type Debtor, type DebtorMessage } from "./control/debtor.js";
import { refOf } from "./control/inspect-routes.js";
import type { Faults } from "./faults/faults.js";
import type { SeenRequest } from "./http/server.js";
import type { Throttles } from "./http/throttles.js";
import type { TemplateRegistry } from "./meta/template-registry.js";
import type { MessageRecord, MessageStatus } from "./state/records.js";
import type { World } from "./state/world.js";
import type { WebhookAttempt } from "./webhooks/dispatcher.js";
import type { GraphRequest } from "./whatsapp/outgoing.js";
import type { PhoneMessage } from "./control/phone.js";
import type { DeliveryProfiles } from "./whatsapp/profiles.js";

export interface SandboxParts {
  readonly world: World;
  readonly faults: Faults;
  readonly profiles: DeliveryProfiles;
  readonly templates: TemplateRegistry;
  readonly throttles: Throttles;
  readonly debtor: Debtor;
  readonly graphRequests: readonly GraphRequest[];
  readonly webhookAttempts: readonly WebhookAttempt[];
  readonly onRequest: (listener: (request: SeenRequest) => void) => void;
  readonly onRead: (listener: (message: PhoneMessage) => void) => void;
  readonly stop: () => Promise<void>;
}

/** A running stand-in helpdesk. What a test does through these handles, another process does under `/sandbox/api`. */
export class Sandbox {
  /** Everything stored; read it freely, change it through the API or the handles below so that webhooks follow. */
  readonly world: World;
  readonly faults: Faults;
  /** How far messages get, by number, inbox or for everyone. */
  readonly profiles: DeliveryProfiles;
  /** Meta's templates: submit, review, pause, disable. */
  readonly templates: TemplateRegistry;
  /** The host's rate limits, off unless set. */
  readonly throttles: Throttles;
  /** Every request of the host to Meta, oldest first: what a debtor could really have received. */
  readonly graphRequests: readonly GraphRequest[];
  readonly webhookAttempts: readonly WebhookAttempt[];

  constructor(
    readonly port: number,
    private readonly parts: SandboxParts,
  ) {
    this.world = parts.world;
    this.faults = parts.faults;
    this.profiles = parts.profiles;
    this.templates = parts.templates;
    this.throttles = parts.throttles;
    this.graphRequests = parts.graphRequests;
    this.webhookAttempts = parts.webhookAttempts;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get accounts(): World["accounts"] {
    return this.world.accounts;
  }

  get contacts(): World["contacts"] {
    return this.world.contacts;
  }

  get conversations(): World["conversations"] {
    return this.world.conversations;
  }

  get messages(): World["messages"] {
    return this.world.messages;
  }

  /** The debtor writes; null when the host drops the message because the contact is blocked or the inbox takes none. */
  playDebtor(message: DebtorMessage): MessageRecord | null {
    return this.parts.debtor.write(message);
  }

  /** The debtor changes a message that is there already. */
  editMessage(accountId: number, messageId: number, text: string): void {
    this.parts.debtor.edit(accountId, messageId, text);
  }

  /** What an inbox says of itself: `reauthorise` drops what debtors write, `gone` shows nothing of it. */
  setInbox(id: number, state: "open" | "reauthorise" | "gone" | "not_whatsapp"): void {
    const inbox = this.world.inboxes.must(id);
    inbox.reauthorizationRequired = state === "reauthorise";
    inbox.removed = state === "gone";
    inbox.channelType = state === "not_whatsapp" ? "Channel::Email" : "Channel::Whatsapp";
  }

  pressButton(accountId: number, messageId: number, title: string): MessageRecord | null {
    return this.parts.debtor.press(accountId, messageId, title);
  }

  /** Tells of each message when the debtor reads it: once, with what the phone shows. */
  onRead(listener: (message: PhoneMessage) => void): void {
    this.parts.onRead(listener);
  }

  /** Tells of each request to the REST API once it was answered. */
  onRequest(listener: (request: SeenRequest) => void): void {
    this.parts.onRequest(listener);
  }

  receipt(accountId: number, messageId: number, status: MessageStatus, failure?: { code: number; title: string }): void {
    this.parts.debtor.receipt(accountId, messageId, status, failure);
  }

  /** Messages with this `content_attributes.saldo.ref`, listing lag ignored. More than one is a double send. */
  messagesWithRef(ref: string): MessageRecord[] {
    return this.world.messages.where((row) => refOf(row) === ref);
  }

  close(): Promise<void> {
    return this.parts.stop();
  }
}

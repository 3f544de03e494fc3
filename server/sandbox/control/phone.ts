import type { Events } from "../events.js";
import type { TemplateRegistry } from "../meta/template-registry.js";
import type { MessageRecord } from "../state/records.js";
import type { World } from "../state/world.js";
import { templateOf } from "./template-view.js";

/** A message as the debtor's phone shows it. */
export interface PhoneMessage {
  /** The host's id, to quote it or to press its buttons. */
  readonly id: number;
  /** The debtor's number: digits without `+`. */
  readonly to: string;
  readonly text: string;
  /** Titles of the buttons that come back as an answer. */
  readonly buttons: readonly string[];
  /** A template, which begins a conversation; else an answer inside one. */
  readonly opening: boolean;
}

/** The debtors' side of WhatsApp: tells of each message when it is read. */
export class Phones {
  private readonly listeners = new Set<(message: PhoneMessage) => void>();
  private readonly seen = new Set<number>();

  constructor(
    private readonly world: World,
    events: Events,
    private readonly registry: TemplateRegistry,
  ) {
    events.on((event) => {
      if (event.name === "message_updated" && event.message.status === "read") this.read(event.message);
    });
  }

  onRead(listener: (message: PhoneMessage) => void): void {
    this.listeners.add(listener);
  }

  private read(message: MessageRecord): void {
    if (this.listeners.size === 0 || this.seen.has(message.id)) return;
    this.seen.add(message.id);
    const { world } = this;
    const conversation = world.conversations.must(message.conversationId);
    const shown = templateOf(world, this.registry, message);
    const buttons = (shown?.buttons ?? []).filter((button) => button.kind === "reply").map((button) => button.title);
    const to = world.contactInboxes.must(conversation.contactInboxId).sourceId;
    const opening = message.additionalAttributes["template_params"] !== undefined;
    for (const listener of this.listeners) listener({ id: message.id, to, text: message.content ?? "", buttons, opening });
  }
}

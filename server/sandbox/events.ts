import type { ContactRecord, ConversationRecord, Json, MessageRecord } from "./state/records.js";

/** Previous and current value by the host's column names. */
export type Changes = Record<string, [Json, Json]>;

export type HostEvent =
  | { readonly name: "message_created" | "message_updated"; readonly message: MessageRecord }
  | { readonly name: "conversation_created" | "conversation_status_changed"; readonly conversation: ConversationRecord }
  | { readonly name: "conversation_updated"; readonly conversation: ConversationRecord; readonly changes: Changes }
  | { readonly name: "contact_created"; readonly contact: ContactRecord }
  | { readonly name: "contact_updated"; readonly contact: ContactRecord; readonly changes: Changes };

type Listener = (event: HostEvent) => void;

/** The host's internal dispatcher: webhooks and the page's live feed listen to it. */
export class Events {
  private readonly listeners = new Set<Listener>();

  on(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  emit(event: HostEvent): void {
    for (const listener of this.listeners) listener(event);
  }
}

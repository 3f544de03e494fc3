import type { Json, JsonObject, MessageType, SenderRef } from "../state/records.js";

/** A message before the host has accepted it. */
export interface MessageDraft {
  content: string | null;
  messageType: MessageType;
  contentType?: string;
  contentAttributes?: JsonObject;
  private?: boolean;
  sender: SenderRef | null;
  sourceId?: string | null;
  echoId?: string | null;
  campaignId?: Json;
  templateParams?: Json;
}

import type { Instant } from "../../shared/instant.js";

/** JSON as the host stores it in its `jsonb` columns. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

export type Role = "agent" | "administrator";
export type ConversationStatus = "open" | "resolved" | "pending" | "snoozed";
export type MessageStatus = "sent" | "delivered" | "read" | "failed";
export type MessageType = "incoming" | "outgoing" | "activity" | "template";
export type Priority = "low" | "medium" | "high" | "urgent";

export interface AccountRecord {
  readonly id: number;
  name: string;
  locale: string;
  status: "active" | "suspended";
  timezone: string;
  features: Record<string, boolean>;
  readonly createdAt: Instant;
}

export interface UserRecord {
  readonly id: number;
  name: string;
  email: string;
  accessToken: string;
  readonly pubsubToken: string;
  uiSettings: JsonObject;
}

export interface MembershipRecord {
  readonly id: number;
  readonly accountId: number;
  readonly userId: number;
  role: Role;
  availability: "online" | "busy" | "offline";
}

export interface AgentBotRecord {
  readonly id: number;
  readonly accountId: number;
  name: string;
  description: string | null;
  outgoingUrl: string | null;
  botConfig: JsonObject;
  accessToken: string;
  secret: string;
  /** What it has written keeps pointing at it. */
  deleted: boolean;
}

export interface InboxRecord {
  readonly id: number;
  readonly accountId: number;
  readonly channelId: number;
  name: string;
  phoneNumber: string;
  providerConfig: { api_key: string; phone_number_id: string; business_account_id: string; webhook_verify_token: string };
  /** The host's copy of Meta's list, as of the last sync: it may be hours behind. The column's default is `{}`, kept until a list has something in it. */
  messageTemplates: JsonObject[] | Record<string, never>;
  templatesSyncedAt: Instant | null;
  lockToSingleConversation: boolean;
  enableAutoAssignment: boolean;
  memberIds: number[];
  agentBotId: number | null;
  timezone: string;
  /** Meta refused the number's token: the host shows it, goes on sending, and drops what comes in (4.12; 4.16 for embedded sign-up only). */
  reauthorizationRequired: boolean;
  /** An administrator deleted it: nothing of it is shown any more. */
  removed: boolean;
  channelType: string;
}

export interface ContactRecord {
  readonly id: number;
  readonly accountId: number;
  name: string;
  email: string | null;
  phoneNumber: string | null;
  identifier: string | null;
  blocked: boolean;
  additionalAttributes: JsonObject;
  customAttributes: JsonObject;
  labels: string[];
  lastActivityAt: Instant | null;
  readonly createdAt: Instant;
  updatedAt: Instant;
}

export interface ContactInboxRecord {
  readonly id: number;
  /** Changes when its contact is merged into another; the number stays. */
  contactId: number;
  readonly inboxId: number;
  readonly sourceId: string;
  readonly pubsubToken: string;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

export interface ConversationRecord {
  readonly id: number;
  readonly displayId: number;
  readonly uuid: string;
  readonly accountId: number;
  readonly inboxId: number;
  contactId: number;
  readonly contactInboxId: number;
  status: ConversationStatus;
  snoozedUntil: Instant | null;
  assigneeId: number | null;
  assigneeAgentBotId: number | null;
  teamId: number | null;
  priority: Priority | null;
  labels: string[];
  additionalAttributes: JsonObject;
  customAttributes: JsonObject;
  firstReplyCreatedAt: Instant | null;
  waitingSince: Instant | null;
  agentLastSeenAt: Instant | null;
  lastActivityAt: Instant;
  readonly createdAt: Instant;
  updatedAt: Instant;
}

export type SenderRef = { readonly type: "User" | "AgentBot" | "Contact"; readonly id: number };

export interface MessageRecord {
  readonly id: number;
  readonly accountId: number;
  readonly inboxId: number;
  /** Row id of the conversation, not its display id. */
  readonly conversationId: number;
  readonly messageType: MessageType;
  content: string | null;
  readonly contentType: string;
  contentAttributes: JsonObject;
  additionalAttributes: JsonObject;
  readonly private: boolean;
  status: MessageStatus;
  sourceId: string | null;
  sender: SenderRef | null;
  readonly echoId: string | null;
  readonly createdAt: Instant;
  updatedAt: Instant;
  /** From when the message appears in listings; later than `createdAt` under the fault `listing_lag`. */
  readonly listedFrom: Instant;
}

export interface TeamRecord {
  readonly id: number;
  readonly accountId: number;
  name: string;
  description: string | null;
  allowAutoAssign: boolean;
  icon: string | null;
  iconColor: string | null;
  memberIds: number[];
  readonly createdAt: Instant;
  updatedAt: Instant;
}

export interface LabelRecord {
  readonly id: number;
  readonly accountId: number;
  title: string;
  description: string | null;
  color: string;
  showOnSidebar: boolean;
}

export interface AttributeDefinitionRecord {
  readonly id: number;
  readonly accountId: number;
  displayName: string;
  displayType: string;
  description: string | null;
  key: string;
  model: string;
  values: Json[];
  regexPattern: string | null;
  regexCue: string | null;
  readonly createdAt: Instant;
  updatedAt: Instant;
}

export interface DashboardAppRecord {
  readonly id: number;
  readonly accountId: number;
  title: string;
  content: { type: "frame"; url: string }[];
  readonly createdAt: Instant;
}

export interface WebhookRecord {
  readonly id: number;
  readonly accountId: number;
  url: string;
  name: string | null;
  inboxId: number | null;
  subscriptions: string[];
  readonly secret: string;
}

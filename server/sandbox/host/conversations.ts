import { toIso } from "../../shared/instant.js";
import type { SandboxContext } from "../context.js";
import type { Changes } from "../events.js";
import type { ContactInboxRecord, ConversationRecord, ConversationStatus, Json, JsonObject } from "../state/records.js";
import { uuidv4 } from "../tokens.js";
import { describeChange } from "./activity.js";
import { pickAgent } from "./auto-assignment.js";
import { recordInvalid } from "./host-error.js";

export interface ConversationDraft {
  status?: ConversationStatus;
  snoozedUntil?: number | null;
  assigneeId?: number | null;
  teamId?: number | null;
  additionalAttributes?: JsonObject;
  customAttributes?: JsonObject;
}

/** The columns an update may touch; the host announces a change of any of them. */
export type ConversationPatch = Partial<
  Pick<
    ConversationRecord,
    | "status"
    | "snoozedUntil"
    | "assigneeId"
    | "assigneeAgentBotId"
    | "teamId"
    | "priority"
    | "labels"
    | "customAttributes"
    | "waitingSince"
    | "firstReplyCreatedAt"
  >
>;

const COLUMNS: Record<keyof ConversationPatch, string> = {
  status: "status",
  snoozedUntil: "snoozed_until",
  assigneeId: "assignee_id",
  assigneeAgentBotId: "assignee_agent_bot_id",
  teamId: "team_id",
  priority: "priority",
  labels: "label_list",
  customAttributes: "custom_attributes",
  waitingSince: "waiting_since",
  firstReplyCreatedAt: "first_reply_created_at",
};
const INSTANTS = new Set<string>(["snoozedUntil", "waitingSince", "firstReplyCreatedAt"]);
const LONGEST_STRING = 1500;
const LARGEST_INTEGER = 9_999_999_999;

export class Conversations {
  /** Set by the composition root: the activity lines are messages, and messages need conversations. */
  recordActivity: (conversation: ConversationRecord, text: string, attributes?: JsonObject) => void = () => {};

  constructor(private readonly context: SandboxContext) {}

  /** A new conversation, or the last one when the inbox is locked to a single conversation (even a resolved one, unopened). */
  start(contactInbox: ContactInboxRecord, draft: ConversationDraft): ConversationRecord {
    const { world } = this.context;
    if (world.inboxes.must(contactInbox.inboxId).lockToSingleConversation) {
      const last = world.conversationsOf(contactInbox.contactId).findLast((row) => row.contactInboxId === contactInbox.id);
      if (last) return last;
    }
    return this.create(contactInbox, draft);
  }

  create(contactInbox: ContactInboxRecord, draft: ConversationDraft): ConversationRecord {
    const { world, clock, entropy, events } = this.context;
    this.validateAttributes(draft.customAttributes ?? {}, "custom_attributes");
    this.validateAttributes(draft.additionalAttributes ?? {}, "additional_attributes");
    const inbox = world.inboxes.must(contactInbox.inboxId);
    const contact = world.contacts.must(contactInbox.contactId);
    const now = clock.now();
    // A bot inbox overrides whatever status the caller asked for; a blocked contact's conversation is born resolved.
    const byBot = inbox.agentBotId !== null && !contact.blocked;
    const status = contact.blocked ? "resolved" : byBot ? "pending" : (draft.status ?? "open");
    const assigneeId = draft.assigneeId ?? null;
    const conversation = world.addConversation({
      id: world.conversations.nextId(),
      displayId: world.nextDisplayId(inbox.accountId),
      uuid: uuidv4(entropy),
      accountId: inbox.accountId,
      inboxId: inbox.id,
      contactId: contact.id,
      contactInboxId: contactInbox.id,
      status,
      snoozedUntil: status === "snoozed" ? (draft.snoozedUntil ?? null) : null,
      assigneeId,
      assigneeAgentBotId: byBot && assigneeId === null ? inbox.agentBotId : null,
      teamId: draft.teamId ?? null,
      priority: null,
      labels: [],
      additionalAttributes: draft.additionalAttributes ?? {},
      customAttributes: draft.customAttributes ?? {},
      firstReplyCreatedAt: null,
      waitingSince: now,
      agentLastSeenAt: null,
      lastActivityAt: now,
      createdAt: now,
      updatedAt: now,
    });
    events.emit({ name: "conversation_created", conversation });
    this.autoAssign(conversation);
    return conversation;
  }

  /** Applies the patch and announces what really changed. `by` is the name of who did it; null for the debtor's own messages. */
  change(conversation: ConversationRecord, patch: ConversationPatch, by: string | null): void {
    const { clock, events } = this.context;
    if (patch.customAttributes) this.validateAttributes(patch.customAttributes, "custom_attributes");
    const wanted: ConversationPatch = { ...patch };
    const statusAfter = wanted.status ?? conversation.status;
    if (statusAfter !== "snoozed") wanted.snoozedUntil = null;
    if (wanted.assigneeId) wanted.assigneeAgentBotId = null;
    const before = { ...conversation };
    const changes: Changes = {};
    for (const key of Object.keys(COLUMNS) as (keyof ConversationPatch)[]) {
      if (!(key in wanted)) continue;
      const from = column(key, conversation[key]);
      const to = column(key, wanted[key]);
      if (JSON.stringify(from) !== JSON.stringify(to)) changes[COLUMNS[key]] = [from, to];
    }
    if (Object.keys(changes).length === 0) return;
    Object.assign(conversation, wanted);
    conversation.updatedAt = clock.now();
    const statusChanged = before.status !== conversation.status;
    // The host clears it without callbacks, so nothing announces this change.
    if (statusChanged && conversation.status === "resolved") conversation.waitingSince = null;
    changes["updated_at"] = [toIso(before.updatedAt), toIso(conversation.updatedAt)];
    if (statusChanged) events.emit({ name: "conversation_status_changed", conversation });
    for (const { text, attributes } of describeChange(this.context.world, before, conversation, by)) {
      this.recordActivity(conversation, text, attributes);
    }
    events.emit({ name: "conversation_updated", conversation, changes });
    if (statusChanged) this.autoAssign(conversation);
  }

  private autoAssign(conversation: ConversationRecord): void {
    const agent = conversation.status === "open" ? pickAgent(this.context.world, conversation) : undefined;
    if (agent !== undefined) this.change(conversation, { assigneeId: agent }, "System");
  }

  private validateAttributes(attributes: JsonObject, owner: string): void {
    const name = owner === "custom_attributes" ? "Custom attributes" : "Additional attributes";
    for (const [key, value] of Object.entries(attributes)) {
      if (typeof value === "string" && value.length > LONGEST_STRING) {
        throw recordInvalid(`${name} ${key} length should be < ${LONGEST_STRING}`, owner);
      }
      if (typeof value === "number" && value > LARGEST_INTEGER) {
        throw recordInvalid(`${name} ${key} value should be < ${LARGEST_INTEGER}`, owner);
      }
    }
  }
}

function column(key: string, value: unknown): Json {
  if (value === undefined || value === null) return null;
  return INSTANTS.has(key) ? toIso(value as number) : (value as Json);
}

import { z } from "zod";
import { anyReadable, eachReadable, orNull } from "./readable.adapter.js";

/** What Saldo reads of Chatwoot's conversations and messages, as of 4.16. */
export const id = z.int().positive();

/** `message_type` is a number in REST and in `messages[]`, a word at the root of webhooks. */
const DIRECTIONS = ["incoming", "outgoing", "activity", "template"] as const;
const Direction = z.union([
  z.enum(DIRECTIONS),
  z
    .int()
    .min(0)
    .max(3)
    .transform((value) => DIRECTIONS[value]!),
  // A kind of a later version is neither the debtor's words nor ours.
  z.union([z.string(), z.number()]).transform(() => "activity" as const),
]);

/** Seconds in REST and in `messages[]`, ISO text at the root of webhooks. Epoch milliseconds after parsing. */
const Moment = z.union([
  z.number().transform((seconds) => Math.round(seconds * 1000)),
  z.iso.datetime({ offset: true }).transform((text) => Date.parse(text)),
]);

export const ContentAttributes = orNull(
  z.looseObject({
    saldo: orNull(z.looseObject({ ref: orNull(z.string().max(64)) })),
    in_reply_to: orNull(z.coerce.number().int().positive()),
    external_error: orNull(z.string()),
    deleted: orNull(z.boolean()),
  }),
);

export const SenderShape = orNull(z.looseObject({ id, type: orNull(z.string()), phone_number: orNull(z.string()) }));

/** A person as conversations and contacts show them. */
export const PersonShape = z.looseObject({ id, phone_number: orNull(z.string()), blocked: orNull(z.boolean()) });

export const MessageShape = z.looseObject({
  id,
  content: orNull(z.string()),
  message_type: Direction,
  private: orNull(z.boolean()),
  status: orNull(z.enum(["sent", "delivered", "read", "failed"])),
  source_id: orNull(z.string()),
  content_attributes: ContentAttributes,
  created_at: Moment,
  sender: SenderShape,
});
export type MessageShape = z.output<typeof MessageShape>;

/** The answer to the one POST of a message: whatever else it says, a message with an id was made. */
export const CreatedMessage = z.looseObject({ id, created_at: orNull(Moment), source_id: orNull(z.string()) });

/** The last message of a conversation: the only place where webhooks tell a status, and REST the number a conversation sends to. */
const LastMessage = z.looseObject({
  id,
  status: MessageShape.shape.status,
  conversation: orNull(z.looseObject({ contact_inbox: orNull(z.looseObject({ source_id: orNull(z.string()) })) })),
});

/** A status of a later version is not `resolved`, so the conversation is still there to be written in. */
const ConversationStatus = z.union([z.enum(["open", "resolved", "pending", "snoozed"]), z.string().transform(() => "open" as const)]);

export const ConversationShape = z.looseObject({
  id,
  inbox_id: id,
  status: ConversationStatus,
  labels: anyReadable(z.string()),
  updated_at: orNull(Moment),
  created_at: orNull(Moment),
  last_activity_at: orNull(Moment),
  contact_inbox: orNull(z.looseObject({ source_id: orNull(z.string()), contact_id: orNull(id) })),
  meta: orNull(
    z.looseObject({
      sender: orNull(PersonShape),
      channel: orNull(z.string()),
      assignee: orNull(z.looseObject({ id })),
      assignee_type: orNull(z.string()),
    }),
  ),
  /** At the root in webhooks, under `meta` in REST. */
  channel: orNull(z.string()),
  can_reply: orNull(z.boolean()),
  messages: anyReadable(LastMessage),
});
export type ConversationShape = z.output<typeof ConversationShape>;

export const ConversationList = z.object({ data: z.object({ payload: eachReadable(ConversationShape) }) });
export const ContactConversations = z.object({ payload: eachReadable(ConversationShape) });
/** Not one by one: a message that cannot be read must not look like one that is not there. */
export const MessageList = z.object({ payload: z.array(MessageShape) });
export const MessageIds = z.object({ payload: z.array(z.looseObject({ id })) });
/** The labels of one conversation: the host replaces the whole set, so each of them counts. */
export const Labels = z.object({ payload: z.array(z.string()) });

/** At the root with the conversation nested; `conversation.messages[0]` is the only place that tells a status. */
export const MessageEvent = z.looseObject({
  ...MessageShape.shape,
  conversation: ConversationShape,
});

/** `changed_attributes` is a list of objects with one key each. */
export const ContactEvent = z.looseObject({
  ...PersonShape.shape,
  changed_attributes: z
    .array(z.record(z.string(), z.looseObject({ current_value: z.unknown() })))
    .nullish()
    .catch(null),
});
export type ContactEvent = z.output<typeof ContactEvent>;

/** Read before anything else of a delivery. Conversation events name their account since 4.14.2 only. */
export const DeliveryHead = z.looseObject({
  event: z.string().max(64),
  account: z.looseObject({ id }).nullish(),
});

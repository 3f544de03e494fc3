import { z } from "zod";

/**
 * The parts of Chatwoot's answers that Saldo reads, as of 4.16. Tolerant: unknown fields pass, and what Saldo can do without may be missing.
 */
const id = z.int().positive();

/** `message_type` is a number in REST and in `messages[]`, a word at the root of webhooks. */
const DIRECTIONS = ["incoming", "outgoing", "activity", "template"] as const;
const Direction = z.union([
  z.enum(DIRECTIONS),
  z
    .int()
    .min(0)
    .max(3)
    .transform((value) => DIRECTIONS[value]!),
]);

/** Seconds in REST and in `messages[]`, ISO text at the root of webhooks. Epoch milliseconds after parsing. */
const Moment = z.union([
  z.number().transform((seconds) => Math.round(seconds * 1000)),
  z.iso.datetime({ offset: true }).transform((text) => Date.parse(text)),
]);

export const ContentAttributes = z
  .looseObject({
    saldo: z
      .looseObject({ ref: z.string().max(64).nullish().catch(null) })
      .nullish()
      .catch(null),
    in_reply_to: z.coerce.number().int().positive().nullish().catch(null),
    external_error: z.string().nullish().catch(null),
    deleted: z.boolean().nullish().catch(null),
  })
  .nullish()
  .catch(null);

export const Sender = z
  .looseObject({ id, type: z.string().nullish().catch(null), phone_number: z.string().nullish().catch(null) })
  .nullish()
  .catch(null);

/** A person as conversations and contact events show them. */
const Person = z.looseObject({ id, phone_number: z.string().nullish().catch(null), blocked: z.boolean().nullish().catch(null) });

export const Message = z.looseObject({
  id,
  content: z.string().nullish(),
  message_type: Direction,
  private: z.boolean().nullish(),
  status: z.enum(["sent", "delivered", "read", "failed"]).nullish().catch(null),
  source_id: z.string().nullish(),
  content_attributes: ContentAttributes,
  created_at: Moment,
  sender: Sender,
});
export type Message = z.output<typeof Message>;

/** The last message of a conversation: the only place where webhooks tell a status, and REST the number a conversation sends to. */
const LastMessage = z
  .looseObject({
    id,
    status: Message.shape.status,
    conversation: z
      .looseObject({
        contact_inbox: z.looseObject({ source_id: z.string() }).nullish().catch(null),
      })
      .nullish()
      .catch(null),
  })
  .nullish()
  .catch(null);

export const Conversation = z.looseObject({
  id,
  inbox_id: id,
  status: z.enum(["open", "resolved", "pending", "snoozed"]),
  labels: z.array(z.string()).nullish(),
  updated_at: Moment.nullish().catch(null),
  created_at: Moment.nullish().catch(null),
  last_activity_at: Moment.nullish().catch(null),
  contact_inbox: z.looseObject({ source_id: z.string(), contact_id: id.nullish() }).nullish().catch(null),
  meta: z.looseObject({ sender: Person.nullish(), channel: z.string().nullish().catch(null) }).nullish(),
  /** At the root in webhooks, under `meta` in REST. */
  channel: z.string().nullish().catch(null),
  can_reply: z.boolean().nullish().catch(null),
  messages: z.array(LastMessage).nullish().catch(null),
});
export type Conversation = z.output<typeof Conversation>;

export const ConversationList = z.object({ data: z.object({ payload: z.array(Conversation) }) });
export const ContactConversations = z.object({ payload: z.array(Conversation) });
export const MessageList = z.object({ payload: z.array(Message) });

/** At the root with the conversation nested; `conversation.messages[0]` is the only place that tells a status. */
export const MessageEvent = z.looseObject({
  ...Message.shape,
  conversation: Conversation,
});

/** Read before anything else of a delivery. Conversation events name their account since 4.14.2 only. */
export const DeliveryHead = z.looseObject({
  event: z.string().max(64),
  account: z.looseObject({ id }).nullish(),
});

export const Profile = z.looseObject({
  id,
  name: z.string(),
  accounts: z.array(z.looseObject({ id, role: z.enum(["administrator", "agent"]), status: z.string().nullish() })),
});
export const Agents = z.array(
  z.looseObject({ id, name: z.string().nullish(), available_name: z.string().nullish(), role: z.enum(["administrator", "agent"]) }),
);
export const Account = z.looseObject({ id, name: z.string() });

const TemplateComponent = z.looseObject({
  type: z.string(),
  format: z.string().optional().catch(undefined),
  text: z.string().optional().catch(undefined),
  buttons: z
    .array(z.looseObject({ type: z.string(), text: z.string().optional().catch(undefined) }))
    .optional()
    .catch(undefined),
});
const Template = z.looseObject({
  name: z.string(),
  language: z.string(),
  status: z.string().catch(""),
  category: z.string().catch(""),
  components: z.array(TemplateComponent).catch([]),
});
export const Inboxes = z.object({
  payload: z.array(
    z.looseObject({
      id,
      name: z.string(),
      channel_type: z.string(),
      phone_number: z.string().nullish(),
      // One template in a shape nobody expected must not hide the others.
      message_templates: z
        .array(z.unknown())
        .nullish()
        .transform((list) => (list ?? []).flatMap((item) => Template.safeParse(item).data ?? [])),
    }),
  ),
});

/** What an inbox says of itself. */
export const InboxFacts = z.looseObject({
  id,
  channel_type: z.string(),
  reauthorization_required: z.boolean().nullish().catch(null),
});
export type InboxFacts = z.output<typeof InboxFacts>;

const ContactInbox = z.looseObject({ source_id: z.string(), inbox: z.looseObject({ id }).nullish() });
export const Contact = z.looseObject({ ...Person.shape, contact_inboxes: z.array(ContactInbox).nullish() });
export type Contact = z.output<typeof Contact>;
export const ContactAnswer = z.object({ payload: Contact });
export const ContactList = z.object({ payload: z.array(Contact) });
export const CreatedContact = z.object({
  payload: z.looseObject({ contact: Contact, contact_inbox: z.looseObject({ source_id: z.string() }).nullish() }),
});
/** `contact_inboxes/filter` answers with the bare contact. */
export const FoundContact = z.union([ContactAnswer.transform(({ payload }) => payload), Contact]);
export const ValidationError = z.looseObject({ attributes: z.array(z.string()).catch([]) }).catch({ attributes: [] });

const Webhook = z.looseObject({ id, url: z.string(), subscriptions: z.array(z.string()).catch([]), secret: z.string().nullish() });
export const Webhooks = z.object({ payload: z.object({ webhooks: z.array(Webhook) }) });
export const OneWebhook = z.object({ payload: z.object({ webhook: Webhook }) });
export const DashboardApp = z.looseObject({
  id,
  title: z.string(),
  content: z.array(z.looseObject({ url: z.string().nullish() })).catch([]),
});
export const Team = z.looseObject({ id, name: z.string() });
export const Label = z.looseObject({ id, title: z.string() });
export const Bot = z.looseObject({ id, name: z.string(), outgoing_url: z.string().nullish(), access_token: z.string().nullish() });
export const Labels = z.object({ payload: z.array(z.string()) });

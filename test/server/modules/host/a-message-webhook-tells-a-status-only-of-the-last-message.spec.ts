import { expect, test } from "@jest/globals";
import { readWebhook } from "../../../../server/modules/host/chatwoot/webhook-payload.adapter.js";

const conversation = {
  id: 417,
  inbox_id: 5,
  status: "snoozed",
  labels: ["saldo-persona"],
  updated_at: 1_795_147_225.417,
  contact_inbox: { id: 88, contact_id: 70, inbox_id: 5, source_id: "573001112233", pubsub_token: "x" },
  meta: { sender: { id: 70, name: "Ana" } },
  messages: [{ id: 90_211, status: "delivered", message_type: 1, created_at: 1_795_147_225 }],
  account: { id: 1, name: "Acme" },
};
const message = {
  event: "message_updated",
  id: 90_211,
  content: "Hola Ana",
  content_type: "text",
  content_attributes: { saldo: { ref: "0193-ref" }, external_error: null },
  message_type: "outgoing",
  private: false,
  source_id: "wamid.HBg",
  created_at: "2026-11-23T14:00:25.123Z",
  account: { id: 1, name: "Acme" },
  sender: { id: 9, name: "Saldo", type: "agent_bot" },
  conversation,
};

test("the last message of the conversation has its status in the conversation", () => {
  expect(readWebhook("message_updated", message)).toMatchObject({
    kind: "message",
    message: {
      id: 90_211,
      conversationId: 417,
      direction: "outgoing",
      status: "delivered",
      sourceId: "wamid.HBg",
      ref: "0193-ref",
      error: null,
      createdAt: Date.UTC(2026, 10, 23, 14, 0, 25, 123),
      senderKind: "agent_bot",
      senderId: 9,
      deleted: false,
    },
    conversation: { id: 417, inboxId: 5, contactId: 70, status: "snoozed", sourceId: "573001112233", updatedAt: 1_795_147_225_417 },
  });
});

test("the status of another message is not taken for this one's", () => {
  expect(readWebhook("message_updated", { ...message, id: 90_200 })).toMatchObject({ message: { id: 90_200, status: null } });
});

test("an inbound message: a sender without a type is the contact, and the quoted message is named", () => {
  const inbound = {
    ...message,
    event: "message_created",
    message_type: "incoming",
    content: "Ya pagué",
    content_attributes: { in_reply_to: 90_210, in_reply_to_external_id: "wamid.x" },
    sender: { id: 70, name: "Ana", phone_number: "+573001112233" },
  };
  expect(readWebhook("message_created", inbound)).toMatchObject({
    message: { direction: "incoming", ref: null, inReplyTo: 90_210, senderKind: "contact", senderId: 70 },
  });
});

test("a failed and a deleted message say so", () => {
  expect(readWebhook("message_updated", { ...message, content_attributes: { external_error: "131049: not delivered" } })).toMatchObject({
    message: { error: "131049: not delivered", ref: null },
  });
  expect(readWebhook("message_updated", { ...message, content: "deleted", content_attributes: { deleted: true } })).toMatchObject({
    message: { deleted: true },
  });
});

test.each([
  [
    "the agents' page and other software write what they like into the attributes",
    { saldo: "x", in_reply_to: "no", external_error: 5, deleted: "yes" },
  ],
  ["attributes may be missing", null],
])("%s", (_why, attributes) => {
  expect(readWebhook("message_updated", { ...message, content_attributes: attributes })).toMatchObject({
    message: { ref: null, inReplyTo: null, error: null, deleted: false },
  });
});

test("an automation's message has no sender", () => {
  expect(readWebhook("message_created", { ...message, sender: null })).toMatchObject({ message: { senderKind: "system", senderId: null } });
});

test("conversation events carry the state at their root", () => {
  expect(readWebhook("conversation_updated", { ...conversation, event: "conversation_updated", changed_attributes: [] })).toMatchObject({
    kind: "conversation",
    conversation: { id: 417, status: "snoozed", labels: ["saldo-persona"] },
  });
});

test("events nobody asked for are left alone, and a shape nobody knows is an error", () => {
  expect(readWebhook("webwidget_triggered", {})).toBeNull();
  expect(() => readWebhook("message_created", { event: "message_created" })).toThrow(/conversation/);
});

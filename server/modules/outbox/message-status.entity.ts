import { defineEntity, p } from "@mikro-orm/core";

/** Every status that was received, as received. The message's state is their join, whatever the order or the repeats. */
export const MessageStatusRow = defineEntity({
  name: "MessageStatusRow",
  tableName: "message_status",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    accountId: p.bigint("number"),
    ref: p.string().length(36),
    hostMessageId: p.bigint("number"),
    status: p.string().length(16),
    receivedAt: p.bigint("number"),
  },
  uniques: [{ name: "message_status_once", properties: ["accountId", "ref", "hostMessageId", "status"] }],
});

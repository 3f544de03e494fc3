import { defineEntity, type InferEntity, p } from "@mikro-orm/core";

/** What an account's inbox said of itself when it was last asked. */
export const HostInboxRow = defineEntity({
  name: "HostInboxRow",
  tableName: "host_inbox",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    accountId: p.bigint("number").unique(),
    inboxId: p.bigint("number"),
    /** `InboxState` */
    state: p.string().length(16),
    /** When it was first seen in that state. */
    since: p.bigint("number"),
    checkedAt: p.bigint("number"),
    /** The last time in which what debtors wrote may have been lost; null when there was none. */
    lostFrom: p.bigint("number").nullable(),
    lostUntil: p.bigint("number").nullable(),
  },
});
export type HostInboxRecord = InferEntity<typeof HostInboxRow>;

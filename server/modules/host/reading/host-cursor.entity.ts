import { defineEntity, p } from "@mikro-orm/core";

/** How far an account's helpdesk has been read, and whether anything may be unread. */
export const HostCursor = defineEntity({
  name: "HostCursor",
  tableName: "host_cursor",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    accountId: p.bigint("number").unique(),
    /** What was written before this instant has been read: when the last listing that was read to its end began. */
    polledUntil: p.bigint("number"),
    /** Since then words may have been missed: nothing goes out before a listing that began later was read to its end. Null: none was. */
    neededSince: p.bigint("number").nullable(),
    /** Last sign of life of whoever reads. */
    seenAt: p.bigint("number").default(0),
    /** When it is read next; whoever reads it now puts this off. */
    dueAt: p.bigint("number").default(0),
  },
});

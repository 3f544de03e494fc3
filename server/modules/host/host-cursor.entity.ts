import { defineEntity, p } from "@mikro-orm/core";

/** How far the reconciler has read an account's helpdesk. */
export const HostCursor = defineEntity({
  name: "HostCursor",
  tableName: "host_cursor",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    accountId: p.bigint("number").unique(),
    /** Changes before this instant have been read. */
    polledUntil: p.bigint("number"),
  },
});

import { defineEntity, p } from "@mikro-orm/core";

/** The open time of a calendar's newest version as rows, so that one statement finds the due instants of all its clocks. */
export const OpenStretchRow = defineEntity({
  name: "OpenStretchRow",
  tableName: "open_stretch",
  properties: {
    accountId: p.bigint("number").primary(),
    calendar: p.string().length(32).primary(),
    version: p.integer().primary(),
    /** Open milliseconds before it. */
    mark: p.bigint("number").primary(),
    opensAt: p.bigint("number"),
    closesAt: p.bigint("number"),
  },
});

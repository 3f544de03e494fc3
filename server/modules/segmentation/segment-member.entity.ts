import { defineEntity, p } from "@mikro-orm/core";

/** From when to when a debt was in a segment; days of the account's calendar. Rows are closed, never deleted. */
export const SegmentMemberRow = defineEntity({
  name: "SegmentMemberRow",
  tableName: "segment_member",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    accountId: p.bigint("number"),
    segmentId: p.bigint("number"),
    debtId: p.bigint("number"),
    debtorId: p.bigint("number"),
    fromDate: p.string().length(10).columnType("char(10)"),
    /** The day on which it was found not to belong any more; null while it does. */
    toDate: p.string().length(10).columnType("char(10)").nullable(),
    /** 1 while it belongs, then null: unique, so that a debt is in a segment once. */
    openSlot: p.integer().nullable(),
  },
  uniques: [{ name: "segment_member_open", properties: ["accountId", "segmentId", "debtId", "openSlot"] }],
  indexes: [
    { name: "segment_member_debtor", properties: ["accountId", "debtorId"] },
    { name: "segment_member_from", properties: ["accountId", "segmentId", "fromDate"] },
    { name: "segment_member_to", properties: ["accountId", "segmentId", "toDate"] },
  ],
});

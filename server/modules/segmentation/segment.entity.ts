import { defineEntity, p } from "@mikro-orm/core";

/** A named rule over debts and their debtors. */
export const SegmentRow = defineEntity({
  name: "SegmentRow",
  tableName: "segment",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    accountId: p.bigint("number"),
    publicId: p.string().length(36),
    /** Never changed: cadences name segments by it. A default segment's is its stage. */
    segmentKey: p.string().length(64),
    /** Empty for a default segment: it is called like its stage in each reader's language. */
    name: p.string().length(80),
    /** JSON of a `SegmentRule` */
    rule: p.text(),
    /** Grows with every change, so that two people cannot overwrite each other. */
    version: p.integer(),
    /** Day and instant its members were last brought up to; null when its rule changed since. */
    refreshedOn: p.string().length(10).columnType("char(10)").nullable(),
    refreshedAt: p.bigint("number").nullable(),
    createdAt: p.bigint("number"),
    updatedAt: p.bigint("number"),
    archivedAt: p.bigint("number").nullable(),
  },
  uniques: [
    { name: "segment_key", properties: ["accountId", "segmentKey"] },
    { name: "segment_public", properties: ["accountId", "publicId"] },
  ],
});

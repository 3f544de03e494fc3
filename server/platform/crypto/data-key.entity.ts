import { defineEntity, p } from "@mikro-orm/core";

/** A wrapped data key. Deleting the row of a debtor makes everything sealed for that debtor unreadable for good. */
export const DataKeyRow = defineEntity({
  name: "DataKeyRow",
  tableName: "data_key",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    accountId: p.bigint("number"),
    /** `account` or `debtor` */
    subject: p.string().length(16),
    subjectId: p.bigint("number"),
    wrapped: p.string().length(255),
    createdAt: p.bigint("number"),
  },
  uniques: [{ properties: ["accountId", "subject", "subjectId"] }],
});

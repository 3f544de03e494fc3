import { defineEntity, p } from "@mikro-orm/core";

/** Who holds the compliance role now. Its history is in the journal. */
export const ComplianceGrantEntity = defineEntity({
  name: "ComplianceGrant",
  tableName: "compliance_grant",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    accountId: p.bigint("number"),
    hostUserId: p.bigint("number"),
    grantedAt: p.bigint("number"),
    grantedBy: p.string().length(64),
  },
  uniques: [{ properties: ["accountId", "hostUserId"] }],
});

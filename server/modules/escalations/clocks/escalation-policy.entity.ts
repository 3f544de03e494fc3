import { defineEntity, p } from "@mikro-orm/core";

/** A published version of the account's escalation policy. Never changed and never removed: cases are pinned to it. */
export const EscalationPolicyRow = defineEntity({
  name: "EscalationPolicyRow",
  tableName: "escalation_policy",
  properties: {
    accountId: p.bigint("number").primary(),
    version: p.integer().primary(),
    /** `PolicyVersion` as JSON; amounts as decimal text. */
    document: p.text().columnType("mediumtext"),
    publishedAt: p.bigint("number"),
    publishedBy: p.string().length(64),
  },
});

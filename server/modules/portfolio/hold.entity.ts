import { defineEntity, p } from "@mikro-orm/core";

/** An interval in which a debtor, or one of their debts, is not chased. */
export const HoldRow = defineEntity({
  name: "HoldRow",
  tableName: "hold",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    accountId: p.bigint("number"),
    publicId: p.string().length(36),
    debtorId: p.bigint("number"),
    /** Null = everything the debtor owes. */
    debtId: p.bigint("number").nullable(),
    reason: p.string().length(32),
    fromAt: p.bigint("number"),
    /** Null = until somebody ends it. */
    untilAt: p.bigint("number").nullable(),
    releasedAt: p.bigint("number").nullable(),
    actor: p.string().length(64),
    noteSealed: p.text().nullable(),
  },
  uniques: [{ name: "hold_public", properties: ["accountId", "publicId"] }],
  indexes: [{ name: "hold_active", properties: ["accountId", "debtorId", "releasedAt", "untilAt"] }],
});

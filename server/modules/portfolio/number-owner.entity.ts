import { defineEntity, p } from "@mikro-orm/core";

/** Whose a number is that the files give to several debtors, as a person said. */
export const NumberOwnerRow = defineEntity({
  name: "NumberOwnerRow",
  tableName: "number_owner",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    accountId: p.bigint("number"),
    publicId: p.string().length(36),
    /** Look-up hash of the number. */
    hash: p.string().length(43),
    debtorId: p.bigint("number"),
    /** JSON array of the contact points that carry the number: the owner's, and those that were retired for it. */
    contactPoints: p.text(),
    noteSealed: p.text(),
    actor: p.string().length(64),
    assignedAt: p.bigint("number"),
  },
  uniques: [
    { name: "number_owner_public", properties: ["accountId", "publicId"] },
    { name: "number_owner_hash", properties: ["accountId", "hash"] },
  ],
});

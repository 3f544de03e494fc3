import { defineEntity, p } from "@mikro-orm/core";

/** A number that a contact blocked in the helpdesk has: what is written from it is dropped there. */
export const ContactBlock = defineEntity({
  name: "ContactBlock",
  tableName: "contact_block",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    accountId: p.bigint("number"),
    contactId: p.bigint("number"),
    /** Look-up hash of kind phone. */
    numberHash: p.string().length(43),
    /** On the helpdesk's clock where it told, else on ours. */
    since: p.bigint("number"),
    /** When the contact itself was last read; 0 before the first time. */
    readAt: p.bigint("number"),
    /** When a person was called about it; null while there is no conversation to call them in. */
    calledAt: p.bigint("number").nullable(),
  },
  uniques: [{ name: "contact_block_number", properties: ["accountId", "contactId", "numberHash"] }],
  indexes: [
    { name: "contact_block_hash", properties: ["accountId", "numberHash"] },
    { name: "contact_block_read", properties: ["accountId", "readAt"] },
  ],
});

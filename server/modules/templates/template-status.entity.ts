import { defineEntity, p } from "@mikro-orm/core";

/** What WhatsApp says of a template, as last read from the helpdesk's list. Without a row it was never submitted. */
export const TemplateStatusRow = defineEntity({
  name: "TemplateStatusRow",
  tableName: "template_status",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    accountId: p.bigint("number"),
    /** Name under which it was submitted, with its version. */
    name: p.string().length(120),
    language: p.string().length(16),
    status: p.string().length(32),
    category: p.string().length(32),
    /** Why it may not be sent, or null when it may. */
    blockedBy: p.string().length(32).nullable(),
    changedAt: p.bigint("number"),
    seenAt: p.bigint("number"),
  },
  uniques: [{ name: "template_status_once", properties: ["accountId", "name", "language"] }],
});

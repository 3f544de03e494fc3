import { defineEntity, p } from "@mikro-orm/core";

/** What one chunk of an import changed and how it was before, sealed by the account: what an undo needs. */
export const ImportTraceRow = defineEntity({
  name: "ImportTraceRow",
  tableName: "import_trace",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    accountId: p.bigint("number"),
    publicId: p.string().length(36),
    importId: p.bigint("number"),
    bodySealed: p.text().columnType("longtext"),
    createdAt: p.bigint("number"),
    /** Set in the commit that took it back. */
    undoneAt: p.bigint("number").nullable(),
  },
  indexes: [{ name: "import_trace_import", properties: ["accountId", "importId", "id"] }],
});

import { defineEntity, p } from "@mikro-orm/core";

/** Some refused rows of an import, sealed by the account and deleted seven days after it ended. */
export const ImportRejectRow = defineEntity({
  name: "ImportRejectRow",
  tableName: "import_reject",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    accountId: p.bigint("number"),
    publicId: p.string().length(36),
    importId: p.bigint("number"),
    /** Longer than MySQL's `text`: some hundred rows as JSON. */
    bodySealed: p.text().columnType("longtext"),
    createdAt: p.bigint("number"),
  },
  indexes: [{ name: "import_reject_import", properties: ["accountId", "importId"] }],
});

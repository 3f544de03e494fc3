import { defineEntity, p } from "@mikro-orm/core";

/** A file that was sent ahead of its import. Its bytes stand in the database because the process that takes them in may be another. */
export const ImportUploadRow = defineEntity({
  name: "ImportUploadRow",
  tableName: "import_upload",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    accountId: p.bigint("number"),
    publicId: p.string().length(36),
    fileNameSealed: p.text(),
    /** 0 until the last byte is here. */
    bytes: p.bigint("number"),
    /** When it is deleted: a day after it came, seven days after it was last processed. */
    expiresAt: p.bigint("number"),
    createdAt: p.bigint("number"),
  },
  uniques: [{ name: "import_upload_public", properties: ["accountId", "publicId"] }],
  indexes: [{ name: "import_upload_expiry", properties: ["expiresAt"] }],
});

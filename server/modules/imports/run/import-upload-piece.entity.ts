import { defineEntity, p } from "@mikro-orm/core";

/** Some bytes of an uploaded file, all pieces but the last of one length, sealed by the account. */
export const ImportUploadPieceRow = defineEntity({
  name: "ImportUploadPieceRow",
  tableName: "import_upload_piece",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    accountId: p.bigint("number"),
    uploadId: p.bigint("number"),
    position: p.integer(),
    bodySealed: p.text().columnType("longtext"),
  },
  uniques: [{ name: "import_upload_piece_position", properties: ["accountId", "uploadId", "position"] }],
});

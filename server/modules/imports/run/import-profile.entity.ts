import { defineEntity, p } from "@mikro-orm/core";
import type { ImportKind } from "../../../shared/import-fields.js";

/** What the columns of files with these headers mean, remembered by name. */
export const ImportProfileRow = defineEntity({
  name: "ImportProfileRow",
  tableName: "import_profile",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    accountId: p.bigint("number"),
    publicId: p.string().length(36),
    kind: p.string().$type<ImportKind>().length(16),
    /** SHA-256 of the headers. */
    signature: p.string().length(64),
    /** Name, headers, fields, order of dates, decimal mark. */
    bodySealed: p.text().columnType("longtext"),
    createdAt: p.bigint("number"),
    usedAt: p.bigint("number"),
  },
  uniques: [
    { name: "import_profile_public", properties: ["accountId", "publicId"] },
    { name: "import_profile_signature", properties: ["accountId", "kind", "signature"] },
  ],
});

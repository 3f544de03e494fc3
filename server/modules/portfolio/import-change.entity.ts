import { defineEntity, p } from "@mikro-orm/core";

/** What an import did to holds: which debts it put on hold because its file lacked them, and which it released because they came back. */
export const ImportChangeRow = defineEntity({
  name: "ImportChangeRow",
  tableName: "import_change",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    accountId: p.bigint("number"),
    importId: p.bigint("number"),
    /** `held` or `released` */
    kind: p.string().length(16),
    debtId: p.bigint("number"),
    holdId: p.bigint("number"),
  },
  indexes: [{ name: "import_change_import", properties: ["accountId", "importId", "kind", "id"] }],
});

import { defineEntity, p } from "@mikro-orm/core";

/** What an import said of holds: which debts its file lacked, and which came back with it. */
export const ImportChangeRow = defineEntity({
  name: "ImportChangeRow",
  tableName: "import_change",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    accountId: p.bigint("number"),
    importId: p.bigint("number"),
    /** `held`; `kept` where the debt was on hold already because an earlier file lacked it; `released` */
    kind: p.string().$type<"held" | "kept" | "released">().length(16),
    debtId: p.bigint("number"),
    holdId: p.bigint("number"),
  },
  indexes: [
    { name: "import_change_import", properties: ["accountId", "importId", "kind", "id"] },
    { name: "import_change_hold", properties: ["accountId", "holdId"] },
  ],
});

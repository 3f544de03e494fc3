import { defineEntity, p } from "@mikro-orm/core";

/** A published cadence. Rows are never changed: messages name the version they were planned by. */
export const CadenceVersionRow = defineEntity({
  name: "CadenceVersionRow",
  tableName: "cadence_version",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    accountId: p.bigint("number"),
    cadenceKey: p.string().length(64),
    version: p.integer(),
    /** JSON of CadenceStep[] */
    steps: p.text(),
    publishedAt: p.bigint("number"),
  },
  uniques: [{ name: "cadence_version_once", properties: ["accountId", "cadenceKey", "version"] }],
});

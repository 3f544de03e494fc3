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
    /** Null in versions of the time when an account had one cadence without a name. */
    name: p.string().length(80).nullable(),
    segmentKey: p.string().length(64).nullable(),
    /** JSON of CadenceExits */
    exits: p.text().nullable(),
    /** What whoever published it said of it, sealed by the account. */
    noteSealed: p.text().nullable(),
    publishedAt: p.bigint("number"),
    /** As `actorRef` writes it. */
    publishedBy: p.string().length(64).nullable(),
  },
  uniques: [{ name: "cadence_version_once", properties: ["accountId", "cadenceKey", "version"] }],
});

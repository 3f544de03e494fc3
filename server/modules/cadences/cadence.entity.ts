import { defineEntity, p } from "@mikro-orm/core";
import type { CadenceStatus } from "./domain/cadence.js";

/** A cadence: its place among the others, whether it plans, and the one draft of its next version. */
export const CadenceRow = defineEntity({
  name: "CadenceRow",
  tableName: "cadence",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    accountId: p.bigint("number"),
    publicId: p.string().length(36),
    /** Never changed: versions and messages name the cadence by it. A default one's is its stage. */
    cadenceKey: p.string().length(64),
    /** 1 is first. */
    priority: p.integer(),
    status: p.string().$type<CadenceStatus>().length(16),
    /** The one in force; null when never published. */
    version: p.integer().nullable(),
    /** JSON of a `CadenceBody`; null when there is nothing that is not published. */
    draft: p.text().nullable(),
    /** Grows with every change of the draft, so that two people cannot overwrite each other. */
    revision: p.integer(),
    savedAt: p.bigint("number").nullable(),
    pausedAt: p.bigint("number").nullable(),
    /** As `actorRef` writes it. */
    pausedBy: p.string().length(64).nullable(),
    /** A person's words, sealed by the account. */
    pauseReasonSealed: p.text().nullable(),
    createdAt: p.bigint("number"),
  },
  uniques: [
    { name: "cadence_key", properties: ["accountId", "cadenceKey"] },
    { name: "cadence_public", properties: ["accountId", "publicId"] },
  ],
});

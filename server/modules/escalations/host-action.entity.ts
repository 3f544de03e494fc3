import { defineEntity, p } from "@mikro-orm/core";
import type { ActionKind } from "./domain/action-kind.js";

/** Something to be done in the helpdesk for a case. Carries no text: a note is written from its reason when its turn comes. */
export const HostActionRow = defineEntity({
  name: "HostActionRow",
  tableName: "host_action",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    accountId: p.bigint("number"),
    /** For a note also its marker in the helpdesk. */
    publicId: p.string().length(36),
    /** The case, public id. */
    caseId: p.string().length(36),
    debtorId: p.bigint("number").nullable(),
    conversationId: p.bigint("number"),
    kind: p.string().$type<ActionKind>().length(16),
    reason: p.string().length(32),
    /** Whom or what a level names: user, team, label, or (of a note) the level that was reached, public id. Null: the account's own. */
    target: p.string().length(64).nullable(),
    /** What is asked for once is done once. */
    dedupeKey: p.string().length(100),
    /** A note of ours stands behind this message if it stands anywhere. */
    afterMessageId: p.bigint("number"),
    state: p.string().$type<"due" | "done" | "parked">().length(16),
    /** Rises with every claim; an outcome is recorded only under the attempt it belongs to. */
    attempts: p.integer(),
    /** While it is being worked on: when another worker may take it over. */
    dueAt: p.bigint("number"),
    problem: p.string().length(80).nullable(),
    createdAt: p.bigint("number"),
    endedAt: p.bigint("number").nullable(),
  },
  uniques: [
    { name: "host_action_public", properties: ["accountId", "publicId"] },
    { name: "host_action_dedupe", properties: ["accountId", "dedupeKey"] },
  ],
  indexes: [{ name: "host_action_due", properties: ["accountId", "state", "dueAt"] }],
});

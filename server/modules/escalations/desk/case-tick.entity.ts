import { defineEntity, p } from "@mikro-orm/core";
import type { CasePoint } from "../domain/check-list.js";

/** A point of a case's check-list that a person ticked. */
export const CaseTickRow = defineEntity({
  name: "CaseTickRow",
  tableName: "case_tick",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    accountId: p.bigint("number"),
    /** The case, public id. */
    caseId: p.string().length(36),
    point: p.string().$type<CasePoint>().length(32),
    /** `user:<helpdesk user id>` */
    tickedBy: p.string().length(64),
    tickedAt: p.bigint("number"),
  },
  uniques: [{ name: "case_tick_point", properties: ["accountId", "caseId", "point"] }],
});

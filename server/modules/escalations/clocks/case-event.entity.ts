import { defineEntity, p } from "@mikro-orm/core";
import type { CaseEvent } from "../domain/clock/case-event.js";

/** What moved a case, once each, in the order it became known. Its clocks are computed from these and nothing else; nobody's words stand here. */
export const CaseEventRow = defineEntity({
  name: "CaseEventRow",
  tableName: "case_event",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    accountId: p.bigint("number"),
    /** Row id of the case. */
    caseId: p.bigint("number"),
    kind: p.string().$type<CaseEvent["kind"]>().length(16),
    at: p.bigint("number"),
    /** Author, owner or reason, as the kind has one. */
    value: p.string().length(64).nullable(),
    /** When a pause ends by itself; since when the debtor of a case that was merged in has waited. */
    untilAt: p.bigint("number").nullable(),
    /** Of `planned`: versions and the entry that fits. */
    policyVersion: p.integer().nullable(),
    entry: p.string().length(40).nullable(),
    calendar: p.string().length(32).nullable(),
    calendarVersion: p.integer().nullable(),
    /** What told of it, so that what is told twice happened once. */
    source: p.string().length(64),
  },
  uniques: [{ name: "case_event_source", properties: ["accountId", "caseId", "source"] }],
});

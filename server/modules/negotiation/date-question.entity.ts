import { defineEntity, p } from "@mikro-orm/core";
import type { DayPurpose } from "./domain/agreement.js";

/** A debtor was asked for a day: which debts it is about, so that the answer, a bare date, means something. */
export const DateQuestionRow = defineEntity({
  name: "DateQuestionRow",
  tableName: "date_question",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    accountId: p.bigint("number"),
    publicId: p.string().length(36),
    debtorId: p.bigint("number"),
    conversationId: p.bigint("number"),
    /** `promise` (of debts that are due) or `reminder` (of debts that are not yet) */
    purpose: p.string().$type<DayPurpose>().length(16),
    /** Row ids, as a JSON list. */
    debtIds: p.text(),
    askedAt: p.bigint("number"),
    /** How often it was asked again because the answer was no day that could be taken. */
    repeats: p.integer(),
  },
  uniques: [{ name: "date_question_public", properties: ["accountId", "publicId"] }],
  indexes: [{ name: "date_question_debtor", properties: ["accountId", "debtorId", "askedAt"] }],
});

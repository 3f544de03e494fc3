import { defineEntity, p } from "@mikro-orm/core";

/** What a job or lane could not work on: an account as a whole, or one row of it. Gone as soon as the work was done after all. */
export const ParkedWorkRow = defineEntity({
  name: "ParkedWorkRow",
  tableName: "parked_work",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    publicId: p.string().length(36).default(""),
    accountId: p.bigint("number"),
    /** Name of the job or lane. */
    work: p.string().length(64),
    /** Table of the row, or `account`. */
    subject: p.string().length(64),
    /** Row id; 0 for the account as a whole. */
    subjectId: p.bigint("number"),
    debtorId: p.bigint("number").nullable(),
    /** A code of `problemOf`; never the words of an error, which may quote a debtor's. */
    problem: p.string().length(80),
    attempts: p.integer(),
    since: p.bigint("number"),
    lastAt: p.bigint("number"),
    /** When it is tried again by itself; null: not before somebody releases it. */
    retryAt: p.bigint("number").nullable(),
  },
  uniques: [{ name: "parked_work_subject", properties: ["accountId", "work", "subject", "subjectId"] }],
});

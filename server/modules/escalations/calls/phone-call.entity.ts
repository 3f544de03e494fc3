import { defineEntity, p } from "@mikro-orm/core";
import type { CallOutcome } from "../domain/call-outcome.js";

/** A call of a person to a debtor: begun here by a link, or entered later. It is counted in the ledger of attempts as `call:<public id>`. */
export const PhoneCallRow = defineEntity({
  name: "PhoneCallRow",
  tableName: "phone_call",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    accountId: p.bigint("number"),
    publicId: p.string().length(36),
    debtorId: p.bigint("number"),
    /** The case it belongs to, public id. */
    caseId: p.string().length(36).nullable(),
    /** `user:<helpdesk user id>` */
    caller: p.string().length(64),
    startedAt: p.bigint("number"),
    endedAt: p.bigint("number").nullable(),
    /** Null while it is missing. */
    outcome: p.string().$type<CallOutcome>().length(16).nullable(),
    /** Made outside Saldo and entered later: nobody asked the policy before. */
    outside: p.boolean(),
    /** The rule that would have refused it; null where it was allowed. */
    refusedBy: p.string().length(64).nullable(),
    /** What came of it, public ids. */
    promiseId: p.string().length(36).nullable(),
    paymentId: p.string().length(36).nullable(),
    noteSealed: p.text().nullable(),
    createdAt: p.bigint("number"),
  },
  uniques: [{ name: "phone_call_public", properties: ["accountId", "publicId"] }],
  indexes: [
    { name: "phone_call_debtor", properties: ["accountId", "debtorId", "startedAt"] },
    { name: "phone_call_open", properties: ["accountId", "caller", "outcome"] },
  ],
});

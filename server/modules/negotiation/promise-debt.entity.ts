import { defineEntity, p } from "@mikro-orm/core";

/** A debt a promise is about, and the hold that keeps it from being chased meanwhile. */
export const PromiseDebtRow = defineEntity({
  name: "PromiseDebtRow",
  tableName: "promise_debt",
  properties: {
    accountId: p.bigint("number").primary(),
    promiseId: p.bigint("number").primary(),
    debtId: p.bigint("number").primary(),
    /** Public id of the hold placed last. */
    holdId: p.string().length(36).nullable(),
  },
  indexes: [{ name: "promise_debt_debt", properties: ["accountId", "debtId"] }],
});

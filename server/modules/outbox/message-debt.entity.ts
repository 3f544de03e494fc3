import { defineEntity, p } from "@mikro-orm/core";

/** Which debts a message is about. */
export const MessageDebtRow = defineEntity({
  name: "MessageDebtRow",
  tableName: "message_debt",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    accountId: p.bigint("number"),
    messageId: p.bigint("number"),
    debtId: p.bigint("number"),
  },
  uniques: [{ name: "message_debt_pair", properties: ["accountId", "messageId", "debtId"] }],
  indexes: [{ name: "message_debt_debt", properties: ["accountId", "debtId"] }],
});

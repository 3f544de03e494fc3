import { defineEntity, p } from "@mikro-orm/core";

/** What a payment that waits for a person may name, and in nobody's name: whose debts are called so may have paid it. See `mentionsIn`. */
export const PaymentMentionRow = defineEntity({
  name: "PaymentMentionRow",
  tableName: "payment_mention",
  properties: {
    accountId: p.bigint("number").primary(),
    mention: p.string().length(100).primary(),
    paymentId: p.bigint("number").primary(),
  },
  indexes: [{ name: "payment_mention_payment", properties: ["accountId", "paymentId"] }],
});

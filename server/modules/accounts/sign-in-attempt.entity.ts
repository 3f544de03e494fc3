import { defineEntity, p } from "@mikro-orm/core";

/** A sign-in (or, with account 0, a connect) that has not succeeded, kept for the length of the rate limit. */
export const SignInAttemptEntity = defineEntity({
  name: "SignInAttempt",
  tableName: "sign_in_attempt",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    accountId: p.bigint("number"),
    /** Keyed hash of the caller's network address. */
    addressHash: p.string().length(43),
    at: p.bigint("number"),
  },
  indexes: [{ properties: ["accountId", "addressHash", "at"] }],
});

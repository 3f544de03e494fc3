import { defineEntity, p } from "@mikro-orm/core";

/** A sign-in that has not succeeded, kept for the length of the rate limit, or a network from which one has. Account 0: whichever account. */
export const SignInAttemptEntity = defineEntity({
  name: "SignInAttempt",
  tableName: "sign_in_attempt",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    accountId: p.bigint("number"),
    /** Keyed hash of the caller's network. */
    addressHash: p.string().length(43),
    at: p.bigint("number"),
    /** Of the attempt, to take it back when it succeeds; null on a network that is known. */
    ref: p.string().length(36).nullable(),
    /** Until when somebody having signed in from there counts; null on an attempt. */
    knownUntil: p.bigint("number").nullable(),
  },
  indexes: [{ properties: ["accountId", "addressHash", "at"] }],
});

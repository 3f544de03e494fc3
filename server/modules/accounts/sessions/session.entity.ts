import { defineEntity, p } from "@mikro-orm/core";

/** A signed-in person in one browser partition. */
export const SessionEntity = defineEntity({
  name: "Session",
  tableName: "session",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    accountId: p.bigint("number"),
    publicId: p.string().length(36),
    /** SHA-256 of the cookie's token, base64url. */
    tokenHash: p.string().length(43),
    hostUserId: p.bigint("number"),
    nameSealed: p.text(),
    /** The helpdesk's role when it was last confirmed. */
    hostRole: p.string().$type<"administrator" | "agent">().length(16),
    /** When the helpdesk last said that the person has access. */
    verifiedAt: p.bigint("number"),
    /** When its person last did something, to the minute. */
    lastSeenAt: p.bigint("number").default(0),
    createdAt: p.bigint("number"),
    expiresAt: p.bigint("number"),
    endedAt: p.bigint("number").nullable(),
  },
  uniques: [{ properties: ["accountId", "tokenHash"] }],
  indexes: [{ properties: ["accountId", "expiresAt"] }, { properties: ["accountId", "hostUserId"] }],
});

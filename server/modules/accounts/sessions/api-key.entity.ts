import { defineEntity, p } from "@mikro-orm/core";

/** A machine's key. Only its hash is kept; the prefix tells people which one it is. */
export const ApiKeyEntity = defineEntity({
  name: "ApiKey",
  tableName: "api_key",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    accountId: p.bigint("number"),
    publicId: p.string().length(36),
    name: p.string().length(80),
    prefix: p.string().length(16),
    /** SHA-256 of the secret, base64url. */
    secretHash: p.string().length(43),
    /** JSON array of scopes. */
    scopes: p.string().length(500),
    createdBy: p.string().length(64),
    createdAt: p.bigint("number"),
    lastUsedAt: p.bigint("number").nullable(),
    revokedAt: p.bigint("number").nullable(),
  },
  uniques: [{ properties: ["accountId", "publicId"] }, { properties: ["accountId", "secretHash"] }],
});

import { defineEntity, p } from "@mikro-orm/core";

/** A code of the operator that lets someone connect one account. Belongs to the installation, not to an account. */
export const SetupCodeEntity = defineEntity({
  name: "SetupCode",
  tableName: "setup_code",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    /** SHA-256, base64url. */
    codeHash: p.string().length(43).unique(),
    createdAt: p.bigint("number"),
    expiresAt: p.bigint("number"),
    usedAt: p.bigint("number").nullable(),
  },
});

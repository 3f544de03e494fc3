import { defineEntity, p } from "@mikro-orm/core";

/** A person or company that owes. What identifies them in life is sealed with their own key. */
export const DebtorRow = defineEntity({
  name: "DebtorRow",
  tableName: "debtor",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    accountId: p.bigint("number"),
    publicId: p.string().length(36),
    /** The creditor's own number of this debtor. */
    externalId: p.string().length(100),
    /** By which they are found however it is spelt; see `looseKey`. */
    looseExternalId: p.string().length(100).nullable(),
    /** `person` or `company` */
    kind: p.string().length(16),
    /** One of `EMPLOYMENTS`, where the creditor knows it. */
    employment: p.string().length(24).nullable(),
    nameSealed: p.text(),
    /** National id or tax number, as written. */
    documentSealed: p.text().nullable(),
    /** BCP 47 */
    language: p.string().length(8),
    /** ISO 3166-1 alpha-2 */
    country: p.string().length(2).nullable(),
    /** ISO 3166-2 without the country, as the creditor states it. */
    subdivision: p.string().length(6).nullable(),
    /** JSON array of the IANA zones of country and state, that of most people first; numbers may add others. Empty = unknown. */
    zones: p.text(),
    /** 1 while a number of this debtor is also another's: it is used for neither. */
    ambiguousNumber: p.boolean(),
    createdAt: p.bigint("number"),
    updatedAt: p.bigint("number"),
  },
  uniques: [
    { name: "debtor_external", properties: ["accountId", "externalId"] },
    { name: "debtor_public", properties: ["accountId", "publicId"] },
  ],
  indexes: [{ name: "debtor_by_loose_external_id", properties: ["accountId", "looseExternalId"] }],
});

import { defineEntity, p } from "@mikro-orm/core";
import type { ReportKind } from "../../../../shared/report-kind.js";
import type { Locale } from "../../../../shared/locale.js";

/** Who gets a kind of report: a person of the helpdesk account, or an address outside that an administrator answers for. */
export const ReportRecipientRow = defineEntity({
  name: "ReportRecipientRow",
  tableName: "report_recipient",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    accountId: p.bigint("number"),
    publicId: p.string().length(36),
    kind: p.string().$type<ReportKind>().length(16),
    /** `user:12`, or `outside:` and the public id. */
    recipient: p.string().length(64),
    /** Null for people of the account: the helpdesk knows their address. Sealed by the account. */
    addressSealed: p.text().nullable(),
    lang: p.string().$type<Locale>().length(8),
    addedAt: p.bigint("number"),
    addedBy: p.string().length(64),
  },
  uniques: [
    { name: "report_recipient_public", properties: ["accountId", "publicId"] },
    { name: "report_recipient_once", properties: ["accountId", "kind", "recipient"] },
  ],
});

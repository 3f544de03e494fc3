import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import type { Locale } from "../../shared/locale.js";

/** A helpdesk account that installed Saldo: the tenant. Its `id` is every other table's `account_id`. */
export const AccountEntity = defineEntity({
  name: "Account",
  tableName: "account",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    publicId: p.string().length(36).unique(),
    name: p.string().length(255),
    /** Origin of the helpdesk, without a trailing slash. */
    hostBaseUrl: p.string().length(191),
    hostAccountId: p.bigint("number"),
    /** The administrator's access token given when connecting. Sealed by the account, like all secrets here. */
    tokenSealed: p.text(),
    /** Token of the bot that sends; null while there is none. */
    senderTokenSealed: p.text().nullable(),
    inboxId: p.bigint("number"),
    inboxName: p.string().length(255),
    /** Unguessable part of the webhook's address. */
    webhookKey: p.string().length(64).unique(),
    webhookSecretSealed: p.text().nullable(),
    hostWebhookId: p.bigint("number").nullable(),
    teamId: p.bigint("number").nullable(),
    label: p.string().length(64),
    locale: p.string().$type<Locale>().length(8),
    zone: p.string().length(64),
    creditorName: p.string().length(60),
    paymentUrl: p.string().length(500),
    dispatchEnabled: p.boolean(),
    /** "Stop all" is in force, whatever `dispatch_enabled` says. */
    dispatchStopped: p.boolean(),
    dispatchChangedAt: p.bigint("number").nullable(),
    dispatchChangedBy: p.string().length(64).nullable(),
    /** Whether agents see the numbers of other agents in the panel. */
    agentsSeeEachOther: p.boolean().default(false),
    /** Figures of the conversation tab, with commas between; null where nobody chose: the usual ones. */
    tabFigures: p.string().length(200).nullable(),
    /** Name of who accepted the declaration of use. */
    declaredBySealed: p.text(),
    declaredAt: p.bigint("number"),
    createdAt: p.bigint("number"),
  },
  uniques: [{ properties: ["hostBaseUrl", "hostAccountId"] }],
});
export type AccountRow = InferEntity<typeof AccountEntity>;

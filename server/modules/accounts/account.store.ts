import { Injectable } from "@nestjs/common";
import { KeyRing } from "../../platform/crypto/key-ring.js";
import { Sealer } from "../../platform/crypto/seal.js";
import { aliasedColumns } from "../../platform/database/columns.js";
import { Database } from "../../platform/database/database.js";
import { USUAL_TAB_FIGURES } from "../../contract/accounts.contract.js";
import type { Account } from "./account.reader.js";
import { AccountEntity, type AccountRow } from "./account.entity.js";
import { ACCOUNT, type AccountsTables } from "./accounts.tables.js";

/** Columns that hold secrets or names, all sealed by the account's key. */
export type SealedColumn = "token_sealed" | "sender_token_sealed" | "webhook_secret_sealed" | "declared_by_sealed";

const PROPERTY = {
  token_sealed: "tokenSealed",
  sender_token_sealed: "senderTokenSealed",
  webhook_secret_sealed: "webhookSecretSealed",
  declared_by_sealed: "declaredBySealed",
} as const satisfies Record<SealedColumn, keyof AccountRow>;

const COLUMN = {
  id: "id",
  publicId: "public_id",
  name: "name",
  hostBaseUrl: "host_base_url",
  hostAccountId: "host_account_id",
  tokenSealed: "token_sealed",
  senderTokenSealed: "sender_token_sealed",
  inboxId: "inbox_id",
  inboxName: "inbox_name",
  webhookKey: "webhook_key",
  webhookSecretSealed: "webhook_secret_sealed",
  hostWebhookId: "host_webhook_id",
  teamId: "team_id",
  label: "label",
  locale: "locale",
  zone: "zone",
  creditorName: "creditor_name",
  paymentUrl: "payment_url",
  agentsSeeEachOther: "agents_see_each_other",
  tabFigures: "tab_figures",
  dispatchEnabled: "dispatch_enabled",
  dispatchStopped: "dispatch_stopped",
  dispatchChangedAt: "dispatch_changed_at",
  dispatchChangedBy: "dispatch_changed_by",
  declaredBySealed: "declared_by_sealed",
  declaredAt: "declared_at",
  createdAt: "created_at",
} as const satisfies Record<Exclude<keyof AccountRow, symbol>, string>;

@Injectable()
export class AccountStore {
  constructor(
    private readonly db: Database,
    private readonly keys: KeyRing,
    private readonly sealer: Sealer,
  ) {}

  /** A plain statement: every unit of work asks for its account, and making entities of the rows took longer than finding them. */
  async all(): Promise<AccountRow[]> {
    const rows = await this.db.typed<AccountsTables>().selectFrom(ACCOUNT).select(aliasedColumns(COLUMN)).orderBy("id").execute();
    return rows.map((row) => ({
      ...row,
      agentsSeeEachOther: Boolean(row.agentsSeeEachOther),
      dispatchEnabled: Boolean(row.dispatchEnabled),
      dispatchStopped: Boolean(row.dispatchStopped),
    }));
  }

  byHost(hostBaseUrl: string, hostAccountId: number): Promise<AccountRow | null> {
    return this.db.em.findOne(AccountEntity, { hostBaseUrl, hostAccountId }, { disableIdentityMap: true });
  }

  /** @returns the new row's id */
  async insert(row: Omit<AccountRow, "id">): Promise<number> {
    return Number(await this.db.em.insert(AccountEntity, row));
  }

  async update(accountId: number, changes: Partial<Omit<AccountRow, "id">>): Promise<void> {
    await this.db.em.nativeUpdate(AccountEntity, { id: accountId }, changes);
  }

  async sealed(accountId: number, publicId: string, column: SealedColumn, text: string): Promise<Partial<AccountRow>> {
    const key = await this.keys.account(accountId);
    return { [PROPERTY[column]]: this.sealer.seal(key, { accountId, table: "account", column, row: publicId }, text) };
  }

  async open(row: AccountRow, column: SealedColumn): Promise<string | null> {
    const text = row[PROPERTY[column]];
    if (text == null || text === "") return null;
    const key = await this.keys.account(row.id);
    return this.sealer.open(key, { accountId: row.id, table: "account", column, row: row.publicId }, text);
  }
}

export function toAccount(row: AccountRow): Account {
  return {
    id: row.id,
    publicId: row.publicId,
    name: row.name,
    hostBaseUrl: row.hostBaseUrl,
    hostAccountId: row.hostAccountId,
    inboxId: row.inboxId,
    inboxName: row.inboxName,
    webhookKey: row.webhookKey,
    teamId: row.teamId ?? null,
    label: row.label,
    locale: row.locale,
    zone: row.zone,
    creditorName: row.creditorName,
    paymentUrl: row.paymentUrl,
    agentsSeeEachOther: row.agentsSeeEachOther,
    tabFigures: row.tabFigures == null ? [...USUAL_TAB_FIGURES] : row.tabFigures.split(",").filter(Boolean),
    dispatch: {
      enabled: row.dispatchEnabled,
      stopped: row.dispatchStopped,
      changedAt: row.dispatchChangedAt ?? null,
      changedBy: row.dispatchChangedBy ?? null,
    },
    declaredAt: row.declaredAt,
  };
}

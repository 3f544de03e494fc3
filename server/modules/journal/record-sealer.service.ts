import { Injectable } from "@nestjs/common";
import { DATA_KEY, type KeyTables } from "../../platform/crypto/data-key.tables.js";
import { Database } from "../../platform/database/database.js";
import { KeyRing } from "../../platform/crypto/key-ring.js";
import { Entropy } from "../../platform/crypto/randomness.js";
import { type DataKey, Sealer, type SealPlace } from "../../platform/crypto/seal.js";
import { canonical } from "./chain/canonical.js";
import { commitmentOf } from "./chain/record.js";
import type { JsonObject } from "./domain/json.js";
import type { StoredRecord } from "./journal.store.js";

const SALT_BYTES = 32;

export interface SealedPart {
  readonly personalSealed: string | null;
  readonly saltSealed: string | null;
  readonly commitment: string | null;
}

/** What became of a record's personal part. `damaged`: its key is there and does not open it. */
export type OpenedPart =
  | { readonly state: "none" }
  | { readonly state: "erased" }
  | { readonly state: "damaged" }
  | { readonly state: "open"; readonly salt: Buffer; readonly text: string };

/** Whose key seals a record: the debtor's, or the account's where there is no debtor. */
interface Owner {
  readonly debtorId: number | null;
}

/** Seals and opens the personal part of records. */
@Injectable()
export class RecordSealer {
  constructor(
    private readonly db: Database,
    private readonly keys: KeyRing,
    private readonly sealer: Sealer,
    private readonly entropy: Entropy,
  ) {}

  /** Seals in the order given; makes keys that do not exist yet, so call it before the head is locked. */
  async seal(
    accountId: number,
    parts: readonly (Owner & { readonly recordId: string; readonly personal: JsonObject | null })[],
  ): Promise<SealedPart[]> {
    const keys = await this.keysOf(
      accountId,
      parts.filter((part) => part.personal !== null),
    );
    const sealed: SealedPart[] = [];
    for (const { recordId, debtorId, personal } of parts) {
      if (personal === null) {
        sealed.push({ personalSealed: null, saltSealed: null, commitment: null });
        continue;
      }
      const key = keys.get(debtorId) ?? (await (debtorId === null ? this.keys.account(accountId) : this.keys.debtor(accountId, debtorId)));
      keys.set(debtorId, key);
      const text = canonical(personal);
      const salt = this.entropy.bytes(SALT_BYTES);
      sealed.push({
        personalSealed: this.sealer.seal(key, place(accountId, recordId, "personal_sealed"), text),
        saltSealed: this.sealer.seal(key, place(accountId, recordId, "salt_sealed"), salt.toString("base64")),
        commitment: commitmentOf(salt, text),
      });
    }
    return sealed;
  }

  async open(accountId: number, records: readonly StoredRecord[]): Promise<OpenedPart[]> {
    const keys = await this.keysOf(
      accountId,
      records.filter((record) => record.commitment !== null),
    );
    const opened: OpenedPart[] = [];
    for (const record of records) opened.push(await this.openOne(accountId, record, keys.get(record.debtorId)));
    return opened;
  }

  private async openOne(accountId: number, record: StoredRecord, key: DataKey | undefined): Promise<OpenedPart> {
    const { personalSealed, saltSealed, commitment, recordId } = record;
    if (commitment === null) return { state: personalSealed === null && saltSealed === null ? "none" : "damaged" };
    if (key === undefined) return { state: "erased" };
    if (personalSealed === null || saltSealed === null) return { state: "damaged" };
    try {
      return {
        state: "open",
        salt: Buffer.from(this.sealer.open(key, place(accountId, recordId, "salt_sealed"), saltSealed), "base64"),
        text: this.sealer.open(key, place(accountId, recordId, "personal_sealed"), personalSealed),
      };
    } catch {
      return { state: (await this.keyIsYounger(accountId, record)) ? "erased" : "damaged" };
    }
  }

  /** An erased debtor who is written about again gets a new key; what was sealed before it stays erased and is not damaged. */
  private async keyIsYounger(accountId: number, { debtorId, recordedAt }: StoredRecord): Promise<boolean> {
    const keys = this.db.typed<KeyTables>().selectFrom(DATA_KEY).select("created_at").where("account_id", "=", accountId);
    const own = keys.where("subject", "=", debtorId === null ? "account" : "debtor").where("subject_id", "=", debtorId ?? accountId);
    const row = await own.executeTakeFirst();
    return row !== undefined && row.created_at > recordedAt;
  }

  private async keysOf(accountId: number, owners: readonly Owner[]): Promise<Map<number | null, DataKey>> {
    const debtors = owners.flatMap(({ debtorId }) => (debtorId === null ? [] : [debtorId]));
    const keys = new Map<number | null, DataKey>(debtors.length > 0 ? await this.keys.ofMany(accountId, "debtor", debtors) : []);
    if (debtors.length < owners.length) {
      const own = (await this.keys.ofMany(accountId, "account", [accountId])).get(accountId);
      if (own) keys.set(null, own);
    }
    return keys;
  }
}

function place(accountId: number, row: string, column: string): SealPlace {
  return { accountId, table: "journal_record", column, row };
}

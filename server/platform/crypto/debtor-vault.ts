import { Injectable } from "@nestjs/common";
import { KeyRing } from "./key-ring.js";
import { type DataKey, Sealer } from "./seal.js";

/** One sealed cell; it opens nowhere else. */
export interface SealedCell {
  readonly table: string;
  readonly column: string;
  /** Public id of the row. */
  readonly row: string;
}

/** Seals and opens what belongs to a debtor with their key, and what belongs to nobody yet (`debtorId` null) with the account's. */
@Injectable()
export class DebtorVault {
  constructor(
    private readonly keyRing: KeyRing,
    private readonly sealer: Sealer,
  ) {}

  /** Call it in a unit of work. */
  async seal(accountId: number, debtorId: number | null, cell: SealedCell, content: string | Uint8Array): Promise<string> {
    return this.sealer.seal(await this.keyOf(accountId, debtorId), { accountId, ...cell }, content);
  }

  /** Bytes sealed by the account. */
  async openBytes(accountId: number, cell: SealedCell, sealed: string): Promise<Buffer> {
    return this.sealer.openBytes(await this.keyRing.account(accountId), { accountId, ...cell }, sealed);
  }

  /** @returns null when the debtor was erased */
  async open(accountId: number, debtorId: number | null, cell: SealedCell, sealed: string): Promise<string | null> {
    if (debtorId === null) return this.sealer.open(await this.keyRing.account(accountId), { accountId, ...cell }, sealed);
    const key = (await this.keys(accountId, [debtorId])).get(debtorId);
    return key ? this.sealer.open(key, { accountId, ...cell }, sealed) : null;
  }

  /** Keys of debtors; an erased one has none. */
  keys(accountId: number, debtorIds: readonly number[]): Promise<Map<number, DataKey>> {
    return this.keyRing.ofMany(accountId, "debtor", debtorIds);
  }

  mint(): DataKey {
    return this.keyRing.mint();
  }

  keep(accountId: number, keys: ReadonlyMap<number, DataKey>): Promise<void> {
    return this.keyRing.keep(accountId, "debtor", keys);
  }

  sealWith(key: DataKey, accountId: number, cell: SealedCell, text: string): string {
    return this.sealer.seal(key, { accountId, ...cell }, text);
  }

  openWith(key: DataKey, accountId: number, cell: SealedCell, sealed: string): string {
    return this.sealer.open(key, { accountId, ...cell }, sealed);
  }

  private keyOf(accountId: number, debtorId: number | null): Promise<DataKey> {
    return debtorId === null ? this.keyRing.account(accountId) : this.keyRing.debtor(accountId, debtorId);
  }
}

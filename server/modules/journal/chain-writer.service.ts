import { Injectable } from "@nestjs/common";
import { Clock } from "../../platform/clock/clock.js";
import { recordHash } from "./chain/record.js";
import { DebtorNames } from "./debtor-names.port.js";
import type { JsonObject } from "./domain/json.js";
import { JournalStore, type StoredRecord } from "./journal.store.js";
import { chainRecordOf } from "./journal.view.js";
import { RecordSealer } from "./record-sealer.service.js";

/** A record as it was appended, before it has names, seals and a place in the chain. */
export type DraftRecord = Pick<StoredRecord, "recordId" | "type" | "version" | "at" | "actor" | "debtorId" | "payload"> & {
  readonly accountId: number;
  readonly personal: JsonObject | null;
};

type SealedRecord = Omit<StoredRecord, "seq" | "recordedAt" | "prevHash" | "hash">;

/**
 * Numbers, chains and inserts the records of one unit of work. Everything that is slow or may wait (keys, names, sealing) comes
 * before the head is locked, and nothing takes a lock after it, so a head is never part of a deadlock with other rows.
 */
@Injectable()
export class ChainWriter {
  constructor(
    private readonly store: JournalStore,
    private readonly debtors: DebtorNames,
    private readonly sealer: RecordSealer,
    private readonly clock: Clock,
  ) {}

  /** @returns the newest number per account */
  async write(drafts: readonly DraftRecord[]): Promise<Map<number, number>> {
    const sealed: [number, SealedRecord[]][] = [];
    for (const [accountId, own] of Map.groupBy(drafts, (draft) => draft.accountId)) {
      sealed.push([accountId, await this.seal(accountId, own)]);
    }
    const written = new Map<number, number>();
    // One order for everybody who needs several heads.
    for (const [accountId, records] of sealed.sort(([a], [b]) => a - b)) written.set(accountId, await this.chain(accountId, records));
    return written;
  }

  private async seal(accountId: number, drafts: readonly DraftRecord[]): Promise<SealedRecord[]> {
    const debtors = new Set(drafts.flatMap(({ debtorId }) => (debtorId === null ? [] : [debtorId])));
    const names = await this.debtors.publicIds(accountId, [...debtors]);
    const parts = await this.sealer.seal(accountId, drafts);
    return drafts.map(({ recordId, type, version, at, actor, debtorId, payload }, index) => {
      const debtorPublicId = debtorId === null ? null : names.get(debtorId);
      if (debtorPublicId === undefined) throw new Error(`Debtor ${debtorId} of record ${type} is not in account ${accountId}`);
      return { recordId, type, version, at, actor, debtorId, debtorPublicId, payload, ...parts[index]! };
    });
  }

  private async chain(accountId: number, sealed: readonly SealedRecord[]): Promise<number> {
    const head = await this.store.lockHead(accountId);
    const recordedAt = this.clock.now();
    let { seq, hash } = head;
    const records = sealed.map((part) => {
      const record = { ...part, seq: ++seq, recordedAt, prevHash: hash, hash: "" };
      hash = recordHash(head.accountPublicId, chainRecordOf(record));
      return { ...record, hash };
    });
    await this.store.append(accountId, records);
    return seq;
  }
}

import { Injectable } from "@nestjs/common";
import type { Instant } from "../../shared/instant.js";
import type { JsonObject } from "./domain/json.js";
import { JournalStore, type RecordFilter, type StoredRecord } from "./journal.store.js";
import { type OpenedPart, RecordSealer } from "./record-sealer.service.js";

/** A record without its personal part. */
export interface JournalRecord {
  readonly seq: number;
  /** UUIDv7, what `append` returned */
  readonly id: string;
  readonly type: string;
  readonly version: number;
  /** When it happened. */
  readonly at: Instant;
  /** When it was written down; the same or later. */
  readonly recordedAt: Instant;
  /** As `actorRef` writes it. */
  readonly actor: string;
  readonly debtorId: number | null;
  /** The debtor's public id. */
  readonly debtor: string | null;
  readonly payload: JsonObject;
  readonly hash: string;
  /** Whether it was written down with a personal part, whatever became of that. */
  readonly hadPersonal: boolean;
}

export interface OpenedRecord extends JournalRecord {
  /** Null where there is none, and where it was erased. */
  readonly personal: JsonObject | null;
  /** What became of it. `damaged`: its key is there and does not open it. */
  readonly personalState: OpenedPart["state"];
}

/** Reads records; for projections, the timeline and the panel. */
@Injectable()
export class JournalReader {
  constructor(
    private readonly store: JournalStore,
    private readonly sealer: RecordSealer,
  ) {}

  /** Number of the newest record; 0 for an empty journal. */
  async headSeq(accountId: number): Promise<number> {
    return (await this.store.head(accountId))?.seq ?? 0;
  }

  /**
   * Records after `seq`, in order. Commit order is `seq` order and there are no gaps, so the last number read is a cursor that
   * can miss nothing: keep it in the projection's own transaction.
   */
  async since(accountId: number, seq: number, limit: number): Promise<JournalRecord[]> {
    return (await this.store.since(accountId, seq, limit)).map(plain);
  }

  /** Newest first, without personal parts. */
  async newest(accountId: number, filter: RecordFilter, limit: number): Promise<JournalRecord[]> {
    return (await this.store.newest(accountId, filter, limit)).map(plain);
  }

  /** Newest first, with what has not been erased of the personal parts. */
  async newestOpened(accountId: number, filter: RecordFilter, limit: number): Promise<OpenedRecord[]> {
    const records = await this.store.newest(accountId, filter, limit);
    const parts = await this.sealer.open(accountId, records);
    return records.map((record, index) => {
      const part = parts[index]!;
      const personal = part.state === "open" ? (JSON.parse(part.text) as JsonObject) : null;
      return { ...plain(record), personal, personalState: part.state };
    });
  }

  /** What happened with one debtor, newest first. */
  ofDebtor(accountId: number, debtorId: number, filter: Omit<RecordFilter, "debtorId">, limit: number): Promise<OpenedRecord[]> {
    return this.newestOpened(accountId, { ...filter, debtorId }, limit);
  }
}

function plain(record: StoredRecord): JournalRecord {
  return {
    seq: record.seq,
    id: record.recordId,
    type: record.type,
    version: record.version,
    at: record.at,
    recordedAt: record.recordedAt,
    actor: record.actor,
    debtorId: record.debtorId,
    debtor: record.debtorPublicId,
    payload: JSON.parse(record.payload) as JsonObject,
    hash: record.hash,
    hadPersonal: record.commitment !== null,
  };
}

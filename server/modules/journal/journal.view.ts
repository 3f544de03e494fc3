import { toIso } from "../../shared/instant.js";
import type { ChainRecord } from "./chain/record.js";
import type { StoredRecord } from "./journal.store.js";

/** The record as it is hashed and exported. */
export function chainRecordOf(record: StoredRecord): ChainRecord {
  return {
    seq: record.seq,
    id: record.recordId,
    type: record.type,
    version: record.version,
    at: toIso(record.at),
    recordedAt: toIso(record.recordedAt),
    actor: record.actor,
    debtor: record.debtorPublicId,
    payload: record.payload,
    commitment: record.commitment,
    prev: record.prevHash,
    hash: record.hash,
  };
}

import { Injectable } from "@nestjs/common";
import { AccountNames } from "./account-names.port.js";
import { canonical } from "./chain/canonical.js";
import { MerkleTree } from "./chain/merkle-tree.js";
import { FORMAT, NO_HASH } from "./chain/record.js";
import { CheckpointStore } from "./checkpoint.store.js";
import { JournalStore, type StoredRecord } from "./journal.store.js";
import { chainRecordOf } from "./journal.view.js";
import { type OpenedPart, RecordSealer } from "./record-sealer.service.js";

const CHUNK = 500;

/** Writes the journal as text that can be verified without this server (FORMAT.md). */
@Injectable()
export class JournalExport {
  constructor(
    private readonly store: JournalStore,
    private readonly checkpoints: CheckpointStore,
    private readonly accounts: AccountNames,
    private readonly sealer: RecordSealer,
  ) {}

  /**
   * Records 1 to `last` (null: to the head), in pieces of many lines; as they stand, even where they would not verify: an export is
   * evidence either way.
   */
  async *lines(accountId: number, last: number | null): AsyncGenerator<string> {
    const to = last ?? (await this.store.head(accountId))?.seq ?? 0;
    const account = await this.accounts.publicId(accountId);
    const signed = await this.checkpoints.within(accountId, 1, to);
    const keys = [...new Set(signed.map(({ publicKey }) => publicKey))];
    yield `${canonical({ kind: "header", format: FORMAT, account, from: 1, to, keys })}\n`;

    const checkpoints = signed.length;
    const tree = new MerkleTree();
    let head = NO_HASH;
    for (let seq = 0; seq < to;) {
      const records = await this.store.since(accountId, seq, Math.min(CHUNK, to - seq));
      if (records.length === 0) break;
      const parts = await this.sealer.open(accountId, records);
      const lines: string[] = [];
      for (const [index, record] of records.entries()) {
        lines.push(recordLine(record, parts[index]!));
        while (signed[0] && signed[0].seq <= record.seq) lines.push(canonical({ ...signed.shift()! }));
        tree.append(Buffer.from(record.hash, "hex"));
        head = record.hash;
        seq = record.seq;
      }
      yield `${lines.join("\n")}\n`;
    }
    yield `${canonical({ kind: "trailer", records: tree.size, checkpoints, head, root: tree.root() })}\n`;
  }
}

/**
 * Canonical JSON put together from what is canonical already. A personal part that does not open any more although its key is there
 * is written empty: it fails its commitment, and so does not pass for an erased one.
 */
function recordLine(stored: StoredRecord, part: OpenedPart): string {
  const record = chainRecordOf(stored);
  const [salt, personal] =
    part.state === "open" ? [part.salt.toString("base64"), part.text] : part.state === "damaged" ? ["", "{}"] : [null, "null"];
  return (
    `{"actor":${JSON.stringify(record.actor)},"at":"${record.at}","commitment":${JSON.stringify(record.commitment)},` +
    `"debtor":${JSON.stringify(record.debtor)},"hash":${JSON.stringify(record.hash)},"id":${JSON.stringify(record.id)},"kind":"record",` +
    `"payload":${record.payload},"personal":${personal},"prev":${JSON.stringify(record.prev)},"recordedAt":"${record.recordedAt}",` +
    `"salt":${JSON.stringify(salt)},"seq":${record.seq},"type":${JSON.stringify(record.type)},"version":${record.version}}`
  );
}

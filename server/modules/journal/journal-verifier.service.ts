import { Injectable } from "@nestjs/common";
import { AccountNames } from "./account-names.port.js";
import { ChainCheck, personalFinding } from "./chain/chain-check.js";
import { type Checkpoint, isSigned } from "./chain/checkpoint.js";
import { finding, type ChainFinding, type FindingCode } from "./chain/finding.js";
import { CheckpointSink } from "./checkpoint-sink.port.js";
import { CheckpointStore } from "./checkpoint.store.js";
import { DebtorNames } from "./debtor-names.port.js";
import { type Head, JournalStore, type StoredRecord } from "./journal.store.js";
import { chainRecordOf } from "./journal.view.js";
import { type OpenedPart, RecordSealer } from "./record-sealer.service.js";

export interface Verdict {
  readonly ok: boolean;
  /** Records that could be followed from the first. */
  readonly records: number;
  readonly head: { readonly seq: number; readonly hash: string } | null;
  readonly firstBad: { readonly seq: number; readonly code: FindingCode; readonly problem: string } | null;
  readonly checkpoints: number;
}

type Located = ChainFinding & { readonly seq: number };

const CHUNK = 1_000;

/** Verifies the live journal: chain, personal parts, head, checkpoints, and the newest checkpoint kept outside. Changes nothing. */
@Injectable()
export class JournalVerifier {
  constructor(
    private readonly store: JournalStore,
    private readonly checkpoints: CheckpointStore,
    private readonly outside: CheckpointSink,
    private readonly accounts: AccountNames,
    private readonly debtors: DebtorNames,
    private readonly sealer: RecordSealer,
  ) {}

  /** Verifies everything that was there at the time of the call. */
  async verify(accountId: number): Promise<Verdict> {
    const account = await this.accounts.publicId(accountId);
    const outside = await this.outside.newest(account);
    const { head, lastSeq } = await this.store.extent(accountId);
    const chain = new ChainCheck(account);
    let bad = outside && !isSigned(outside) ? forgedOutside(outside) : null;
    let checkpoints = 0;
    while (!bad && chain.seq < lastSeq) {
      const records = await this.store.since(accountId, chain.seq, Math.min(CHUNK, lastSeq - chain.seq));
      if (records.length === 0) break;
      const signed = await this.checkpoints.within(accountId, chain.seq + 1, records.at(-1)!.seq);
      bad = await this.follow(accountId, chain, records, outside ? [...signed, outside] : signed);
      checkpoints += signed.filter(({ seq }) => seq <= chain.seq).length;
    }
    bad ??= endFinding(chain, head, outside);
    return {
      ok: bad === null,
      records: chain.seq,
      head: head && { seq: head.seq, hash: head.hash },
      firstBad: bad && { seq: bad.seq, code: bad.code, problem: bad.message },
      checkpoints,
    };
  }

  /**
   * The newest checkpoint kept outside, if the journal does not hold what it states: then the database was restored from a backup or its
   * tail was cut, and it knows nothing of what was sent since. Growing past the checkpoint again does not make it agree.
   */
  async contradictedBy(accountId: number): Promise<Checkpoint | null> {
    const outside = await this.outside.newest(await this.accounts.publicId(accountId));
    if (!outside) return null;
    const [record] = await this.store.since(accountId, outside.seq - 1, 1);
    return record?.seq === outside.seq && record.hash === outside.head ? null : outside;
  }

  private async follow(
    accountId: number,
    chain: ChainCheck,
    records: readonly StoredRecord[],
    signed: readonly Checkpoint[],
  ): Promise<Located | null> {
    const parts = await this.sealer.open(accountId, records);
    const debtors = await this.debtors.publicIds(accountId, [...new Set(records.flatMap(({ debtorId }) => debtorId ?? []))]);
    for (const [index, stored] of records.entries()) {
      const seq = chain.seq + 1;
      const bad =
        chain.record(chainRecordOf(stored)) ??
        partFinding(stored, parts[index]!) ??
        debtorFinding(stored, debtors) ??
        firstFinding(signed, (checkpoint) => (checkpoint.seq === seq ? chain.checkpoint(checkpoint) : null));
      if (bad) return { ...bad, seq };
    }
    return null;
  }
}

function forgedOutside({ seq }: Checkpoint): Located {
  return { ...finding("wrong_signature", `the checkpoint at record ${seq} that is kept outside was altered there`), seq };
}

function partFinding(stored: StoredRecord, part: OpenedPart): ChainFinding | null {
  if (part.state === "open") return personalFinding(chainRecordOf(stored), part.salt, part.text);
  if (part.state !== "damaged") return null;
  return finding("personal_altered", `the personal part of record ${stored.seq} was altered: it does not open`);
}

/** The row id beside the hashed public id is what the panel searches by: it must name the same debtor. */
function debtorFinding({ seq, debtorId, debtorPublicId }: StoredRecord, debtors: ReadonlyMap<number, string>): ChainFinding | null {
  const named = debtorId === null ? null : (debtors.get(debtorId) ?? debtorPublicId);
  return named === debtorPublicId ? null : finding("debtor_altered", `record ${seq} was moved to another debtor`);
}

function endFinding(chain: ChainCheck, head: Head | null, outside: Checkpoint | null): Located | null {
  const { seq } = chain;
  const signed = Math.max(outside?.seq ?? 0, head?.seq ?? 0);
  if (signed > seq) return { ...finding("cut_tail", `records ${seq + 1} to ${signed} are missing: the tail was cut`), seq: seq + 1 };
  const matches = head ? head.seq === seq && head.hash === chain.head && head.accountPublicId === chain.account : seq === 0;
  return matches ? null : { ...finding("head_altered", `the head does not name record ${seq}, with which the journal ends`), seq };
}

function firstFinding<T>(items: readonly T[], check: (item: T) => ChainFinding | null): ChainFinding | null {
  for (const item of items) {
    const found = check(item);
    if (found) return found;
  }
  return null;
}

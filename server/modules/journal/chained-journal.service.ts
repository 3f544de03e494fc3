import { Injectable } from "@nestjs/common";
import { Clock } from "../../platform/clock/clock.js";
import { Ids } from "../../platform/crypto/ids.js";
import { Database } from "../../platform/database/database.js";
import { actorRef } from "../../shared/actor.js";
import { canonical } from "./chain/canonical.js";
import { ChainWriter, type DraftRecord } from "./chain-writer.service.js";
import { Journal, type JournalEntry } from "./journal.port.js";
import { JournalFeed } from "./journal-feed.service.js";
import { type CommittedRecord, RecordObservers } from "./record-observers.service.js";

const TYPE = /^[a-z][a-z_]*(\.[a-z][a-z_]*)+$/;
const LONGEST_NAME = 64;

/** Collects the records of a unit of work and has them written as its last statements. */
@Injectable()
export class ChainedJournal extends Journal {
  /** By the unit of work's EntityManager: a unit that is run again after a deadlock has another one and starts empty. */
  private readonly buffers = new WeakMap<object, { drafts: DraftRecord[]; committed: CommittedRecord[] }>();

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly writer: ChainWriter,
    private readonly feed: JournalFeed,
    private readonly observers: RecordObservers,
  ) {
    super();
  }

  append(accountId: number, entry: JournalEntry): string {
    if (!this.db.inTransaction)
      throw new Error(`A journal record (${entry.type}) belongs to a unit of work: append it inside inUnitOfWork`);
    const actor = actorRef(entry.actor);
    assertName("type", entry.type, TYPE.test(entry.type));
    assertName("actor", actor, actor.length > 0);
    const recordId = this.ids.next();
    const { drafts, committed } = this.buffer();
    committed.push({ accountId, recordId, type: entry.type, payload: entry.payload });
    drafts.push({
      accountId,
      recordId,
      type: entry.type,
      version: entry.version,
      at: entry.at ?? this.clock.now(),
      actor,
      debtorId: entry.debtorId ?? null,
      payload: canonical(entry.payload),
      personal: entry.personal ?? null,
    });
    return recordId;
  }

  private buffer(): { drafts: DraftRecord[]; committed: CommittedRecord[] } {
    const unit = this.db.em;
    const known = this.buffers.get(unit);
    if (known) return known;
    const buffer = { drafts: [] as DraftRecord[], committed: [] as CommittedRecord[] };
    this.buffers.set(unit, buffer);
    this.db.beforeCommit(async () => {
      // What another hook appends after this one gets a buffer and a hook of its own.
      this.buffers.delete(unit);
      const written = await this.writer.write(buffer.drafts);
      this.db.afterCommit(() => {
        for (const [accountId, seq] of written) this.feed.wake(accountId, seq);
        this.observers.notify(buffer.committed);
      });
    });
    return buffer;
  }
}

function assertName(what: string, name: string, fits: boolean): void {
  if (!fits || name.length > LONGEST_NAME)
    throw new Error(`"${name}" is no ${what} of a journal record (at most ${LONGEST_NAME} characters)`);
}

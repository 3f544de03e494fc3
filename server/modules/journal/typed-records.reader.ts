import { Injectable } from "@nestjs/common";
import { Database } from "../../platform/database/database.js";
import type { Instant } from "../../shared/instant.js";
import type { JsonObject } from "./domain/json.js";
import { JournalStore } from "./journal.store.js";
import { JOURNAL_RECORD, type JournalTables } from "./journal.tables.js";

/** What a projection needs of a record: neither its personal part nor its place in the chain of hashes. */
export interface TypedRecord {
  readonly seq: number;
  readonly type: string;
  readonly version: number;
  /** When it happened. */
  readonly at: Instant;
  /** When it was written down; the same or later. */
  readonly recordedAt: Instant;
  /** As `actorRef` writes it. */
  readonly actor: string;
  readonly debtorId: number | null;
  readonly payload: JsonObject;
}

/** Reads records of some types by number, for projections. */
@Injectable()
export class TypedRecords {
  constructor(
    private readonly db: Database,
    private readonly store: JournalStore,
  ) {}

  /** Number of the newest record; 0 for an empty journal. */
  async headSeq(accountId: number): Promise<number> {
    return (await this.store.headSeqs([accountId])).get(accountId) ?? 0;
  }

  /** How many records of a type happened in [`from`, `before`) and were written down by `recordedUpTo`. */
  async count(
    accountId: number,
    type: string,
    when: { readonly from: Instant; readonly before: Instant; readonly recordedUpTo: Instant },
  ): Promise<number> {
    const row = await this.db
      .typed<JournalTables>()
      .selectFrom(JOURNAL_RECORD)
      .select(({ fn }) => fn.countAll<number>().as("records"))
      .where("account_id", "=", accountId)
      .where("type", "=", type)
      .where("at", ">=", when.from)
      .where("at", "<", when.before)
      .where("recorded_at", "<=", when.recordedUpTo)
      .executeTakeFirst();
    return Number(row?.records ?? 0);
  }

  /** The last records of a type that were written down by then, newest first. */
  async newest(
    accountId: number,
    type: string,
    recordedUpTo: Instant,
    limit: number,
  ): Promise<Pick<TypedRecord, "recordedAt" | "payload">[]> {
    const rows = await this.db
      .typed<JournalTables>()
      .selectFrom(JOURNAL_RECORD)
      .select(["recorded_at", "payload"])
      .where("account_id", "=", accountId)
      .where("type", "=", type)
      .where("recorded_at", "<=", recordedUpTo)
      .orderBy("seq", "desc")
      .limit(limit)
      .execute();
    return rows.map(({ recorded_at: recordedAt, payload }) => ({ recordedAt, payload: JSON.parse(payload) as JsonObject }));
  }

  /** Records of these types with `after` < seq ≤ `upTo`, in order. */
  async between(
    accountId: number,
    types: readonly string[],
    range: { readonly after: number; readonly upTo: number },
    limit: number,
  ): Promise<TypedRecord[]> {
    const rows = await this.db
      .typed<JournalTables>()
      .selectFrom(JOURNAL_RECORD)
      .select(["seq", "type", "version", "at", "recorded_at", "actor", "debtor_id", "payload"])
      .where("account_id", "=", accountId)
      .where("seq", ">", range.after)
      .where("seq", "<=", range.upTo)
      .where("type", "in", types)
      .orderBy("seq")
      .limit(limit)
      .execute();
    return rows.map(({ recorded_at: recordedAt, debtor_id: debtorId, payload, ...row }) => ({
      ...row,
      recordedAt,
      debtorId,
      payload: JSON.parse(payload) as JsonObject,
    }));
  }
}

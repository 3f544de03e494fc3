import { Injectable } from "@nestjs/common";
import { Database } from "../../platform/database/database.js";
import type { TablesOf } from "../../platform/database/typed-sql.js";
import type { Instant } from "../../shared/instant.js";
import type { JsonObject } from "./domain/json.js";
import type { JournalRecordRow } from "./journal-record.entity.js";

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
  constructor(private readonly db: Database) {}

  /** Records of these types with `after` < seq ≤ `upTo`, in order. */
  async between(
    accountId: number,
    types: readonly string[],
    range: { readonly after: number; readonly upTo: number },
    limit: number,
  ): Promise<TypedRecord[]> {
    const rows = await this.db
      .typed<TablesOf<typeof JournalRecordRow>>()
      .selectFrom("journal_record")
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

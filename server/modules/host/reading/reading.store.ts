import { Injectable } from "@nestjs/common";
import { Database } from "../../../platform/database/database.js";
import type { Instant } from "../../../shared/instant.js";
import { FIRST_READING_MS } from "../domain/horizon.js";
import type { ReadingMark } from "../domain/reading.js";
import { HOST_CURSOR } from "../host.tables.js";

/** How far each account's helpdesk was read, for all processes. */
@Injectable()
export class ReadingStore {
  constructor(private readonly db: Database) {}

  /** Null for an account that was never read. */
  mark(accountId: number): Promise<ReadingMark | null> {
    return this.db.row<ReadingMark>(
      `select polled_until as polledUntil, needed_since as neededSince, seen_at as seenAt, due_at as dueAt from ${HOST_CURSOR} where account_id = ?`,
      [accountId],
    );
  }

  /** Words may have been missed until now: a listing that begins later has to be read to its end, and is due. */
  async need(accountId: number, now: Instant): Promise<void> {
    if (await this.begun(accountId, now)) return;
    await this.db.run(`update ${HOST_CURSOR} set needed_since = ? where account_id = ? and (needed_since is null or needed_since < ?)`, [
      now,
      accountId,
      now,
    ]);
    await this.db.run(`update ${HOST_CURSOR} set due_at = ? where account_id = ? and due_at > ?`, [now, accountId, now]);
  }

  /** Takes the reading that is due; until `leaseUntil` nobody else does. @returns false when it is not due or somebody else's */
  async claim(accountId: number, now: Instant, leaseUntil: Instant): Promise<boolean> {
    await this.begun(accountId, now);
    const taken = await this.db.run(`update ${HOST_CURSOR} set due_at = ? where account_id = ? and due_at <= ?`, [
      leaseUntil,
      accountId,
      now,
    ]);
    return taken > 0;
  }

  /** A sign of life; the reading goes on. */
  async goesOn(accountId: number, now: Instant, leaseUntil: Instant): Promise<void> {
    await this.db.run(`update ${HOST_CURSOR} set seen_at = ?, due_at = ? where account_id = ?`, [now, leaseUntil, accountId]);
  }

  /** A listing that began at `startedAt` was read to its end. @returns whether anything had been waiting for it */
  async finish(accountId: number, startedAt: Instant, now: Instant, dueAt: Instant): Promise<boolean> {
    await this.db.run(`update ${HOST_CURSOR} set polled_until = ? where account_id = ? and polled_until < ?`, [
      startedAt,
      accountId,
      startedAt,
    ]);
    const freed = await this.db.run(`update ${HOST_CURSOR} set needed_since = null where account_id = ? and needed_since <= ?`, [
      accountId,
      startedAt,
    ]);
    // What fell due meanwhile stays due.
    await this.db.run(
      `update ${HOST_CURSOR} set seen_at = ?, due_at = case when needed_since is null then ? else ? end where account_id = ?`,
      [now, dueAt, now, accountId],
    );
    return freed > 0;
  }

  /** The helpdesk could not be read: what is written from now on may be missed. */
  async failed(accountId: number, now: Instant, retryAt: Instant): Promise<void> {
    await this.need(accountId, now);
    await this.db.run(`update ${HOST_CURSOR} set due_at = ? where account_id = ?`, [retryAt, accountId]);
  }

  /** When a reading that is waited for is due; the others have the schedule. */
  async nextAwaited(accountId: number): Promise<Instant | null> {
    const row = await this.db.row<{ at: Instant }>(
      `select due_at as at from ${HOST_CURSOR} where account_id = ? and needed_since is not null`,
      [accountId],
    );
    return row?.at ?? null;
  }

  /** @returns whether the account had no mark */
  private async begun(accountId: number, now: Instant): Promise<boolean> {
    const added = await this.db.insertIgnore(HOST_CURSOR, [
      { account_id: accountId, polled_until: now - FIRST_READING_MS, needed_since: now, seen_at: now, due_at: now },
    ]);
    return added > 0;
  }
}

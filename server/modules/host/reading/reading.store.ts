import { Injectable } from "@nestjs/common";
import { Database } from "../../../platform/database/database.js";
import type { Instant } from "../../../shared/instant.js";
import { FIRST_READING_MS } from "../domain/horizon.js";
import type { ReadingMark } from "../domain/reading.js";
import { HOST_CURSOR, type HostTables } from "../host.tables.js";

/** How far each account's helpdesk was read, for all processes. */
@Injectable()
export class ReadingStore {
  constructor(private readonly db: Database) {}

  /** Null for an account that was never read. */
  async mark(accountId: number): Promise<ReadingMark | null> {
    const columns = ["polled_until as polledUntil", "needed_since as neededSince", "seen_at as seenAt", "due_at as dueAt"] as const;
    return (await this.cursor(accountId).select(columns).executeTakeFirst()) ?? null;
  }

  /** Words may have been missed until now: a listing that begins later has to be read to its end, and is due. */
  async need(accountId: number, now: Instant): Promise<void> {
    if (await this.begun(accountId, now)) return;
    await this.change(accountId)
      .set({ needed_since: now })
      .where((is) => is.or([is("needed_since", "is", null), is("needed_since", "<", now)]))
      .execute();
    await this.change(accountId).set({ due_at: now }).where("due_at", ">", now).execute();
  }

  /** Takes the reading that is due; until `leaseUntil` nobody else does. @returns false when it is not due or somebody else's */
  async claim(accountId: number, now: Instant, leaseUntil: Instant): Promise<boolean> {
    await this.begun(accountId, now);
    const { numUpdatedRows } = await this.change(accountId).set({ due_at: leaseUntil }).where("due_at", "<=", now).executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  /** A sign of life; the reading goes on. */
  async goesOn(accountId: number, now: Instant, leaseUntil: Instant): Promise<void> {
    await this.change(accountId).set({ seen_at: now, due_at: leaseUntil }).execute();
  }

  /** A listing that began at `startedAt` was read to its end. @returns whether anything had been waiting for it */
  async finish(accountId: number, startedAt: Instant, now: Instant, dueAt: Instant): Promise<boolean> {
    await this.change(accountId).set({ polled_until: startedAt }).where("polled_until", "<", startedAt).execute();
    const freed = await this.change(accountId).set({ needed_since: null }).where("needed_since", "<=", startedAt).executeTakeFirst();
    // What fell due meanwhile stays due.
    await this.change(accountId)
      .set((is) => ({ seen_at: now, due_at: is.case().when("needed_since", "is", null).then(dueAt).else(now).end() }))
      .execute();
    return freed.numUpdatedRows > 0n;
  }

  /** The helpdesk could not be read: what is written from now on may be missed. */
  async failed(accountId: number, now: Instant, retryAt: Instant): Promise<void> {
    await this.need(accountId, now);
    await this.change(accountId).set({ due_at: retryAt }).execute();
  }

  /** When a reading that is waited for is due; the others have the schedule. */
  async nextAwaited(accountId: number): Promise<Instant | null> {
    const row = await this.cursor(accountId).select("due_at").where("needed_since", "is not", null).executeTakeFirst();
    return row?.due_at ?? null;
  }

  private cursor(accountId: number) {
    return this.db.typed<HostTables>().selectFrom(HOST_CURSOR).where("account_id", "=", accountId);
  }

  private change(accountId: number) {
    return this.db.typed<HostTables>().updateTable(HOST_CURSOR).where("account_id", "=", accountId);
  }

  /** @returns whether the account had no mark */
  private async begun(accountId: number, now: Instant): Promise<boolean> {
    const added = await this.db.insertIgnore(HOST_CURSOR, [
      { account_id: accountId, polled_until: now - FIRST_READING_MS, needed_since: now, seen_at: now, due_at: now },
    ]);
    return added > 0;
  }
}

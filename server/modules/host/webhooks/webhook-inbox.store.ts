import { Injectable, type OnModuleInit } from "@nestjs/common";
import { Clock } from "../../../platform/clock/clock.js";
import { KeyRing } from "../../../platform/crypto/key-ring.js";
import { Sealer, type SealPlace } from "../../../platform/crypto/seal.js";
import { Database } from "../../../platform/database/database.js";
import { ParkedWork } from "../../../platform/work/parked-work.service.js";
import type { Instant } from "../../../shared/instant.js";
import type { DeliveryIdentity } from "./delivery-identity.adapter.js";
import { type HostTables, WEBHOOK_DELIVERY } from "../host.tables.js";

export interface StoredDelivery {
  readonly event: string;
  /** The raw body as text. */
  readonly body: string;
}

@Injectable()
export class WebhookInboxStore implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly keys: KeyRing,
    private readonly sealer: Sealer,
    private readonly parkedWork: ParkedWork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.parkedWork.onRelease(WEBHOOK_DELIVERY, (accountId, id) => this.rearm(accountId, id));
  }

  /** @returns false when the delivery is known */
  async add(accountId: number, delivery: DeliveryIdentity & { event: string; body: string; now: Instant }): Promise<boolean> {
    const key = await this.keys.account(accountId);
    const added = await this.db.insertIgnore(WEBHOOK_DELIVERY, [
      {
        account_id: accountId,
        dedupe_key: delivery.dedupeKey,
        signed_hash: delivery.signedHash,
        event: delivery.event,
        body_sealed: this.sealer.seal(key, place(accountId, delivery.dedupeKey), delivery.body),
        received_at: delivery.now,
        processed_at: null,
        attempts: 0,
        due_at: delivery.now,
        problem: null,
      },
    ]);
    return added > 0;
  }

  /** A plain read, so that looking for work takes no transaction. */
  async hasDue(accountId: number, now: Instant): Promise<boolean> {
    return (await this.deliveries(accountId).select("id").where("due_at", "<=", now).limit(1).executeTakeFirst()) !== undefined;
  }

  async nextDue(accountId: number, now: Instant): Promise<Instant | null> {
    const { at } = await this.deliveries(accountId)
      .select(({ fn }) => fn.min("due_at").as("at"))
      .where("due_at", ">", now)
      .executeTakeFirstOrThrow();
    return at;
  }

  /** Takes due deliveries for this worker until `leaseUntil` and counts the attempt, so that one that kills the process is counted too. */
  async claim(accountId: number, limit: number, now: Instant, leaseUntil: Instant): Promise<readonly number[]> {
    const due = this.deliveries(accountId).select("id").where("due_at", "<=", now).orderBy("due_at").orderBy("id").limit(limit);
    const ids = (await this.db.free(due).execute()).map((row) => row.id);
    if (ids.length > 0) {
      await this.change(accountId)
        .set((is) => ({ attempts: is("attempts", "+", 1), due_at: leaseUntil }))
        .where("id", "in", ids)
        .execute();
    }
    return ids;
  }

  /** A delivery that is still to be processed, without holding it; null when it is processed or parked. */
  async peek(accountId: number, id: number): Promise<StoredDelivery | null> {
    const row = await this.deliveries(accountId)
      .where("id", "=", id)
      .where("due_at", "is not", null)
      .select(["dedupe_key", "event", "body_sealed"])
      .executeTakeFirst();
    if (!row || row.body_sealed === null) return null;
    const body = this.sealer.open(await this.keys.account(accountId), place(accountId, row.dedupe_key), row.body_sealed);
    return { event: row.event, body };
  }

  /** Takes one delivery for good if the unit of work commits, and holds it until then. @returns false when it is processed or parked */
  async take(accountId: number, id: number, now: Instant): Promise<boolean> {
    const taken = this.change(accountId).set({ processed_at: now, due_at: null, problem: null }).where("id", "=", id);
    return (await taken.where("due_at", "is not", null).where("body_sealed", "is not", null).executeTakeFirst()).numUpdatedRows > 0n;
  }

  /** Parks the delivery when it was tried often enough. @returns whether it is parked now */
  async failed(accountId: number, id: number, problem: string, maxAttempts: number): Promise<boolean> {
    const { numUpdatedRows } = await this.change(accountId)
      .set({ due_at: null, problem: problem.slice(0, 64) })
      .where("id", "=", id)
      .where("attempts", ">=", maxAttempts)
      .where("processed_at", "is", null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    await this.parkedWork.add(accountId, "inbox", { subject: WEBHOOK_DELIVERY, subjectId: id }, problem);
    return true;
  }

  /** To be taken by anybody at once; an attempt that was not made does not count. */
  async giveBack(accountId: number, ids: readonly number[], now: Instant): Promise<void> {
    if (ids.length === 0) return;
    await this.change(accountId)
      .set((is) => ({ due_at: now, attempts: is("attempts", "-", 1) }))
      .where("due_at", "is not", null)
      .where("id", "in", ids)
      .execute();
  }

  /** Due again, as if it had just come; in the caller's unit of work. One whose body is gone stays as it is. */
  private async rearm(accountId: number, id: number): Promise<void> {
    await this.change(accountId)
      .set({ due_at: this.clock.now(), attempts: 0, problem: null })
      .where("id", "=", id)
      .where("processed_at", "is", null)
      .where("due_at", "is", null)
      .where("body_sealed", "is not", null)
      .execute();
  }

  /** Bodies go first, rows later: a delivery id must be known longer than anyone would repeat it. */
  async cleanUp(accountId: number, bodiesBefore: Instant, rowsBefore: Instant): Promise<void> {
    const all = this.db.typed<HostTables>().deleteFrom(WEBHOOK_DELIVERY).where("account_id", "=", accountId);
    await all.where("received_at", "<", rowsBefore).execute();
    await this.change(accountId)
      .set({ body_sealed: null })
      .where("received_at", "<", bodiesBefore)
      .where("due_at", "is", null)
      .where("body_sealed", "is not", null)
      .execute();
  }

  private deliveries(accountId: number) {
    return this.db.typed<HostTables>().selectFrom(WEBHOOK_DELIVERY).where("account_id", "=", accountId);
  }

  /** One that is neither processed nor parked. */
  private change(accountId: number) {
    return this.db.typed<HostTables>().updateTable(WEBHOOK_DELIVERY).where("account_id", "=", accountId);
  }
}

function place(accountId: number, dedupeKey: string): SealPlace {
  return { accountId, table: WEBHOOK_DELIVERY, column: "body_sealed", row: dedupeKey };
}

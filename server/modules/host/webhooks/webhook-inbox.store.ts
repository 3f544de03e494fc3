import { Injectable, type OnModuleInit } from "@nestjs/common";
import { Clock } from "../../../platform/clock/clock.js";
import { KeyRing } from "../../../platform/crypto/key-ring.js";
import { Sealer, type SealPlace } from "../../../platform/crypto/seal.js";
import { Database } from "../../../platform/database/database.js";
import { ParkedWork } from "../../../platform/work/parked-work.service.js";
import type { Instant } from "../../../shared/instant.js";
import type { DeliveryIdentity } from "./delivery-identity.adapter.js";
import { WEBHOOK_DELIVERY } from "../host.tables.js";
import { WebhookDelivery } from "./webhook-delivery.entity.js";

export interface StoredDelivery {
  readonly id: number;
  readonly event: string;
  readonly attempts: number;
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
    const added = await this.db.insertIgnore("webhook_delivery", [
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
    return (await this.db.row("select id from webhook_delivery where account_id = ? and due_at <= ? limit 1", [accountId, now])) !== null;
  }

  async nextDue(accountId: number, now: Instant): Promise<Instant | null> {
    const row = await this.db.row<{ at: Instant | null }>(
      "select min(due_at) as at from webhook_delivery where account_id = ? and due_at > ?",
      [accountId, now],
    );
    return row?.at ?? null;
  }

  /** Takes due deliveries for this worker until `leaseUntil` and counts the attempt, so that one that kills the process is counted too. */
  async claim(accountId: number, limit: number, now: Instant, leaseUntil: Instant): Promise<readonly number[]> {
    const rows = await this.db.claim<{ id: number }>(
      `select id from webhook_delivery where account_id = ? and due_at <= ? order by due_at, id limit ${limit}`,
      [accountId, now],
    );
    const ids = rows.map((row) => row.id);
    if (ids.length > 0) {
      await this.db.run(
        `update webhook_delivery set attempts = attempts + 1, due_at = ? where account_id = ? and id in (${ids.map(() => "?").join(", ")})`,
        [leaseUntil, accountId, ...ids],
      );
    }
    return ids;
  }

  /** As `take`, without holding it. */
  async peek(accountId: number, id: number): Promise<Pick<StoredDelivery, "event" | "body"> | null> {
    const row = await this.db.row<{ dedupe_key: string; event: string; body_sealed: string | null }>(
      "select dedupe_key, event, body_sealed from webhook_delivery where account_id = ? and id = ? and due_at is not null",
      [accountId, id],
    );
    if (!row || row.body_sealed === null) return null;
    const body = this.sealer.open(await this.keys.account(accountId), place(accountId, row.dedupe_key), row.body_sealed);
    return { event: row.event, body };
  }

  /** Holds one delivery until the commit; null when it is processed or parked. */
  async take(accountId: number, id: number): Promise<StoredDelivery | null> {
    const [row] = await this.db.lock<{ id: number; dedupe_key: string; event: string; attempts: number; body_sealed: string | null }>(
      "select id, dedupe_key, event, attempts, body_sealed from webhook_delivery where account_id = ? and id = ? and due_at is not null",
      [accountId, id],
    );
    if (!row || row.body_sealed === null) return null;
    const body = this.sealer.open(await this.keys.account(accountId), place(accountId, row.dedupe_key), row.body_sealed);
    return { id: row.id, event: row.event, attempts: row.attempts, body };
  }

  async done(accountId: number, id: number, now: Instant): Promise<void> {
    await this.db.run("update webhook_delivery set processed_at = ?, due_at = null, problem = null where account_id = ? and id = ?", [
      now,
      accountId,
      id,
    ]);
  }

  /** Parks the delivery when it was tried often enough. @returns whether it is parked now */
  async failed(accountId: number, id: number, problem: string, maxAttempts: number): Promise<boolean> {
    const parked = await this.db.em.nativeUpdate(
      WebhookDelivery,
      { accountId, id, attempts: { $gte: maxAttempts }, processedAt: null },
      { dueAt: null, problem: problem.slice(0, 64) },
    );
    if (parked === 0) return false;
    await this.parkedWork.add(accountId, "inbox", { subject: WEBHOOK_DELIVERY, subjectId: id }, problem);
    return true;
  }

  /** To be taken by anybody at once; an attempt that was not made does not count. */
  async giveBack(accountId: number, ids: readonly number[], now: Instant): Promise<void> {
    await this.db.run(
      `update webhook_delivery set due_at = ?, attempts = attempts - 1 where account_id = ? and due_at is not null and id in (${ids.map(() => "?").join(", ")})`,
      [now, accountId, ...ids],
    );
  }

  /** Due again, as if it had just come; in the caller's unit of work. One whose body is gone stays as it is. */
  private async rearm(accountId: number, id: number): Promise<void> {
    await this.db.run(
      `update webhook_delivery set due_at = ?, attempts = 0, problem = null
        where account_id = ? and id = ? and processed_at is null and due_at is null and body_sealed is not null`,
      [this.clock.now(), accountId, id],
    );
  }

  /** Bodies go first, rows later: a delivery id must be known longer than anyone would repeat it. */
  async cleanUp(accountId: number, bodiesBefore: Instant, rowsBefore: Instant): Promise<void> {
    await this.db.run("delete from webhook_delivery where account_id = ? and received_at < ?", [accountId, rowsBefore]);
    await this.db.run(
      "update webhook_delivery set body_sealed = null where account_id = ? and received_at < ? and due_at is null and body_sealed is not null",
      [accountId, bodiesBefore],
    );
  }
}

function place(accountId: number, dedupeKey: string): SealPlace {
  return { accountId, table: "webhook_delivery", column: "body_sealed", row: dedupeKey };
}

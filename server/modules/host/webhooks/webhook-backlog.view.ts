import { Injectable } from "@nestjs/common";
import { Database } from "../../../platform/database/database.js";
import type { Instant } from "../../../shared/instant.js";

export interface Backlog {
  readonly waiting: number;
  readonly oldestDueAt: Instant | null;
  /** Set aside after three failed attempts. */
  readonly parked: number;
}

/** How much of what the helpdesk told is still unread. */
@Injectable()
export class WebhookBacklog {
  constructor(private readonly db: Database) {}

  async of(accountId: number): Promise<Backlog> {
    const row = await this.db.row<{ waiting: number; oldest: number | null; parked: number }>(
      `select count(due_at) as waiting, min(due_at) as oldest, count(problem) as parked
       from webhook_delivery where account_id = ? and processed_at is null`,
      [accountId],
    );
    return {
      waiting: row?.waiting ?? 0,
      oldestDueAt: row?.oldest == null ? null : row.oldest,
      parked: row?.parked ?? 0,
    };
  }
}

import { Injectable } from "@nestjs/common";
import { Database } from "../../../platform/database/database.js";
import type { Instant } from "../../../shared/instant.js";
import { type HostTables, WEBHOOK_DELIVERY } from "../host.tables.js";

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
    return this.db
      .typed<HostTables>()
      .selectFrom(WEBHOOK_DELIVERY)
      .select(({ fn }) => [
        fn.count<number>("due_at").as("waiting"),
        fn.min("due_at").as("oldestDueAt"),
        fn.count<number>("problem").as("parked"),
      ])
      .where("account_id", "=", accountId)
      .where("processed_at", "is", null)
      .executeTakeFirstOrThrow();
  }
}

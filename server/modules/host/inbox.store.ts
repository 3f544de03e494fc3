import { Injectable } from "@nestjs/common";
import { Database } from "../../platform/database/database.js";
import type { Instant } from "../../shared/instant.js";
import type { HostInboxRecord } from "./host-inbox.entity.js";
import { HOST_INBOX, type HostTables } from "./host.tables.js";

const COLUMNS = [
  "inbox_id as inboxId",
  "state",
  "since",
  "checked_at as checkedAt",
  "lost_from as lostFrom",
  "lost_until as lostUntil",
] as const;

/** What each account's inbox said of itself. */
@Injectable()
export class InboxStore {
  constructor(private readonly db: Database) {}

  /** Null for an account whose inbox was never asked. */
  async of(accountId: number): Promise<InboxRecord | null> {
    return (await this.inbox(accountId).executeTakeFirst()) ?? null;
  }

  async lock(accountId: number): Promise<InboxRecord | null> {
    return (await this.db.held(this.inbox(accountId)).executeTakeFirst()) ?? null;
  }

  async checked(accountId: number, now: Instant): Promise<void> {
    await this.db.typed<HostTables>().updateTable(HOST_INBOX).set({ checked_at: now }).where("account_id", "=", accountId).execute();
  }

  async save(accountId: number, { inboxId, state, since, checkedAt, lostFrom, lostUntil }: InboxRecord): Promise<void> {
    await this.db.upsert(
      HOST_INBOX,
      [
        {
          account_id: accountId,
          inbox_id: inboxId,
          state,
          since,
          checked_at: checkedAt,
          lost_from: lostFrom ?? null,
          lost_until: lostUntil ?? null,
        },
      ],
      ["account_id"],
      ["inbox_id", "state", "since", "checked_at", "lost_from", "lost_until"],
    );
  }

  private inbox(accountId: number) {
    return this.db.typed<HostTables>().selectFrom(HOST_INBOX).select(COLUMNS).where("account_id", "=", accountId);
  }
}

export type InboxRecord = Pick<HostInboxRecord, "inboxId" | "state" | "since" | "checkedAt"> & {
  readonly lostFrom: Instant | null;
  readonly lostUntil: Instant | null;
};

import { Injectable } from "@nestjs/common";
import { Database } from "../../platform/database/database.js";
import type { Instant } from "../../shared/instant.js";
import type { HostInboxRecord } from "./host-inbox.entity.js";
import { HOST_INBOX } from "./host.tables.js";

const COLUMNS = "inbox_id as inboxId, state, since, checked_at as checkedAt, lost_from as lostFrom, lost_until as lostUntil";

/** What each account's inbox said of itself. */
@Injectable()
export class InboxStore {
  constructor(private readonly db: Database) {}

  /** Null for an account whose inbox was never asked. */
  of(accountId: number): Promise<InboxRecord | null> {
    return this.db.row<InboxRecord>(`select ${COLUMNS} from ${HOST_INBOX} where account_id = ?`, [accountId]);
  }

  async lock(accountId: number): Promise<InboxRecord | null> {
    const [row] = await this.db.lock<InboxRecord>(`select ${COLUMNS} from ${HOST_INBOX} where account_id = ?`, [accountId]);
    return row ?? null;
  }

  async checked(accountId: number, now: Instant): Promise<void> {
    await this.db.run(`update ${HOST_INBOX} set checked_at = ? where account_id = ?`, [now, accountId]);
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
}

export type InboxRecord = Pick<HostInboxRecord, "inboxId" | "state" | "since" | "checkedAt"> & {
  readonly lostFrom: Instant | null;
  readonly lostUntil: Instant | null;
};

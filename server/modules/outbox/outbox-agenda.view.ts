import { Injectable } from "@nestjs/common";
import type { Instant } from "../../shared/instant.js";
import { Database } from "../../platform/database/database.js";
import { ACCOUNT } from "../accounts/index.js";
import { OUTBOX_MESSAGE } from "./outbox.tables.js";

/** When the outbox has something to do next, beyond what is due already. */
@Injectable()
export class OutboxAgenda {
  constructor(private readonly db: Database) {}

  /** The next opening of a planned message, or its end if that comes first: then it is dropped. */
  async nextToSend(accountId: number, now: Instant): Promise<Instant | null> {
    const row = await this.db.row<{ opens: Instant | null; ends: Instant | null }>(
      `select min(case when not_before > ? then not_before end) as opens, min(case when not_after > ? then not_after end) as ends
         from ${OUTBOX_MESSAGE} where account_id = ? and state = 'planned'`,
      [now, now, accountId],
    );
    const instants = [row?.opens, row?.ends].filter((at) => at !== null && at !== undefined);
    return instants.length === 0 ? null : Math.min(...instants);
  }

  /** How many messages have not come to their end. */
  open(accountId: number): Promise<{ state: string; n: number }[]> {
    return this.db.rows(
      `select state, count(*) as n from ${OUTBOX_MESSAGE} where account_id = ? and state in ('planned', 'sending', 'unknown') group by state`,
      [accountId],
    );
  }

  /** Since when the longest waiting message could go; null where none can, or the account does not send. */
  async longestDue(accountId: number, now: Instant): Promise<Instant | null> {
    const row = await this.db.row<{ at: Instant | null }>(
      `select min(m.not_before) as at from ${OUTBOX_MESSAGE} m join ${ACCOUNT} a on a.id = m.account_id and a.dispatch_enabled = 1 and a.dispatch_stopped = 0
        where m.account_id = ? and m.state = 'planned' and m.not_before <= ? and m.not_after > ?`,
      [accountId, now, now],
    );
    return row?.at ?? null;
  }

  /** When the next unanswered send is to be looked for. */
  async nextToLookFor(accountId: number, now: Instant): Promise<Instant | null> {
    const row = await this.db.row<{ at: Instant | null }>(
      `select min(settle_at) as at from ${OUTBOX_MESSAGE} where account_id = ? and state in ('sending', 'unknown') and settle_at > ?`,
      [accountId, now],
    );
    return row?.at ?? null;
  }
}

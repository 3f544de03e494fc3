import { Injectable } from "@nestjs/common";
import type { Instant } from "../../shared/instant.js";
import { Database } from "../../platform/database/database.js";
import { marks } from "../../platform/database/marks.js";
import { ContactedSince } from "../imports/index.js";
import { CONTACT_ATTEMPT } from "../policy/index.js";
import { OUTBOX_MESSAGE } from "./outbox.tables.js";

const AT_ONCE = 500;
/** States of a message that has not left and will not by itself. */
const NEVER_LEFT = "('planned', 'suppressed', 'expired', 'cancelled', 'parked', 'unsent')";

/** Messages and attempts since an instant, as the undoing of an import asks for them. */
@Injectable()
export class ContactedSinceView extends ContactedSince {
  constructor(private readonly db: Database) {
    super();
  }

  async among(accountId: number, debtorIds: readonly number[], since: Instant): Promise<Set<number>> {
    const found = new Set<number>();
    for (let at = 0; at < debtorIds.length; at += AT_ONCE) {
      const ids = debtorIds.slice(at, at + AT_ONCE);
      const rows = await this.db.rows<{ id: number }>(
        `select debtor_id as id from ${OUTBOX_MESSAGE} where account_id = ? and debtor_id in (${marks(ids)}) and intent_at >= ?
           and state not in ${NEVER_LEFT}
         union select debtor_id as id from ${CONTACT_ATTEMPT} where account_id = ? and debtor_id in (${marks(ids)}) and at >= ? and counts = 1`,
        [accountId, ...ids, since, accountId, ...ids, since],
      );
      for (const { id } of rows) found.add(id);
    }
    return found;
  }
}

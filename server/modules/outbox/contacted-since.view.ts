import { Injectable } from "@nestjs/common";
import type { Instant } from "../../shared/instant.js";
import { Database } from "../../platform/database/database.js";
import { ContactedSince } from "../imports/index.js";
import { CONTACT_ATTEMPT, type PolicyTables } from "../policy/index.js";
import type { MessageState } from "./domain/message-state.js";
import { OUTBOX_MESSAGE, type OutboxTables } from "./outbox.tables.js";

const AT_ONCE = 500;
/** States of a message that has not left and will not by itself. */
const NEVER_LEFT: readonly MessageState[] = ["planned", "suppressed", "expired", "cancelled", "parked", "unsent"];

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
      const messages = this.tables.selectFrom(OUTBOX_MESSAGE).select("debtor_id").where("account_id", "=", accountId);
      const left = messages.where("debtor_id", "in", ids).where("intent_at", ">=", since).where("state", "not in", NEVER_LEFT);
      const attempts = this.tables.selectFrom(CONTACT_ATTEMPT).select("debtor_id").where("account_id", "=", accountId);
      const made = attempts.where("debtor_id", "in", ids).where("at", ">=", since).where("counts", "=", 1);
      for (const { debtor_id } of await left.union(made).execute()) found.add(debtor_id);
    }
    return found;
  }

  private get tables() {
    return this.db.typed<OutboxTables & PolicyTables>();
  }
}

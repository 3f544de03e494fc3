import { Injectable } from "@nestjs/common";
import type { Instant } from "../../shared/instant.js";
import { Ids } from "../../platform/crypto/ids.js";
import { Database } from "../../platform/database/database.js";
import type { Channel, Origin, Purpose } from "./rules.js";
import { CONTACT_ATTEMPT, type PolicyTables } from "./policy.tables.js";

export interface Attempt {
  readonly debtorId: number;
  readonly channel: Channel;
  readonly origin: Origin;
  readonly purpose: Purpose;
  readonly at: Instant;
  /** `ref:<uuid>` or `host:<message id>` */
  readonly sourceKey: string;
  readonly debtPublicIds: readonly string[];
  readonly confirmsOptOut?: boolean;
}

/** The one ledger of contact attempts. Written in the caller's transaction, under the debtor's lock where a cap hangs on it. */
@Injectable()
export class Attempts {
  constructor(
    private readonly db: Database,
    private readonly ids: Ids,
  ) {}

  /** @returns whether it was new; the same source recorded twice is one attempt */
  async record(accountId: number, attempt: Attempt): Promise<boolean> {
    return (await this.recordMany(accountId, [attempt])) === 1;
  }

  /** @returns how many were new */
  recordMany(accountId: number, attempts: readonly Attempt[]): Promise<number> {
    return this.db.insertIgnore(
      CONTACT_ATTEMPT,
      attempts.map((attempt) => ({
        account_id: accountId,
        public_id: this.ids.next(),
        debtor_id: attempt.debtorId,
        channel: attempt.channel,
        origin: attempt.origin,
        purpose: attempt.purpose,
        at: attempt.at,
        source_key: attempt.sourceKey,
        debt_ids: JSON.stringify(attempt.debtPublicIds),
        counts: attempt.purpose === "reply" ? 0 : 1,
        confirms_opt_out: attempt.confirmsOptOut ? 1 : 0,
      })),
    );
  }

  /** The attempt is proven never to have been made: it stays on record and no longer counts. */
  async discount(accountId: number, sourceKey: string): Promise<void> {
    await this.one(accountId, sourceKey).set({ counts: 0 }).execute();
  }

  /** A retry is being made after all: it counts from now. */
  async recount(accountId: number, sourceKey: string, at: Instant, counts: boolean): Promise<void> {
    await this.one(accountId, sourceKey)
      .set({ counts: counts ? 1 : 0, at })
      .execute();
  }

  private one(accountId: number, sourceKey: string) {
    const attempts = this.db.typed<PolicyTables>().updateTable(CONTACT_ATTEMPT).where("account_id", "=", accountId);
    return attempts.where("source_key", "=", sourceKey);
  }
}

import { Injectable } from "@nestjs/common";
import { Clock } from "../../../platform/clock/clock.js";
import { Database } from "../../../platform/database/database.js";
import { WorkRows } from "../../../platform/work/work-rows.js";
import { AccountDirectory } from "../../accounts/index.js";
import { ClockTrust } from "../../host/index.js";
import { Claim } from "./claim.service.js";
import type { Claimed } from "./intents.service.js";
import { type MessageRecord, OutboxStore } from "../outbox.store.js";
import { OUTBOX_MESSAGE } from "../outbox.tables.js";

/** Claims what is due, each part in one commit; a message that cannot be worked on is parked, and the others of its batch are claimed. */
@Injectable()
export class DueClaims {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly accounts: AccountDirectory,
    private readonly store: OutboxStore,
    private readonly rows: WorkRows,
    private readonly claim: Claim,
    private readonly clocks: ClockTrust,
  ) {}

  /**
   * Claims at most `limit` due messages. `handled` counts those that moved at all (claimed, refused, set aside, parked), so that the caller
   * knows whether another round can find more.
   * @param only claims nothing else
   */
  async take(
    accountId: number,
    limit: number,
    owner: string,
    only: MessageRecord["kind"] | null = null,
  ): Promise<{ claimed: Claimed[]; handled: number }> {
    // The round may have begun before the clock jumped.
    if (this.clocks.hasJumped(accountId)) return { claimed: [], handled: 0 };
    const account = await this.accounts.get(accountId);
    const without = await this.rows.without(accountId, "dispatch", OUTBOX_MESSAGE, `${OUTBOX_MESSAGE}.id`);
    const due = await this.store.due(accountId, this.clock.now(), limit, without, only);
    const subjectOf = (row: (typeof due)[number]) => ({ subject: OUTBOX_MESSAGE, subjectId: row.id, debtorId: row.debtor_id });
    const parts = await this.rows.inHalves({ accountId, work: "dispatch", subjectOf }, due, async (part) => ({
      tried: part.length,
      ...(await this.db.inUnitOfWork("outbox.claim", () => this.claim.decideAndClaim(account, part, owner))),
    }));
    const sum = (of: (part: (typeof parts)[number]) => number) => parts.reduce((total, part) => total + of(part), 0);
    return {
      claimed: parts.flatMap(({ claimed }) => claimed),
      handled: sum(({ handled }) => handled) + due.length - sum(({ tried }) => tried),
    };
  }
}

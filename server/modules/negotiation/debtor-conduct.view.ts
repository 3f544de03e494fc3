import { Injectable } from "@nestjs/common";
import type { Instant } from "../../shared/instant.js";
import { Database } from "../../platform/database/database.js";
import { marks } from "../../platform/database/marks.js";
import { type Conduct, DebtorConduct, type Predicate } from "../segmentation/index.js";
import { INBOUND_MESSAGE, PROMISE } from "./negotiation.tables.js";
import { PromisesReader } from "./promises.reader.js";

const REPLIES = `${INBOUND_MESSAGE} i where i.account_id = d.account_id and i.debtor_id = d.debtor_id`;
const PROMISES = `${PROMISE} r where r.account_id = d.account_id and r.debtor_id = d.debtor_id`;

/** Replies and promises as segments and cadences ask about them. */
@Injectable()
export class DebtorConductView extends DebtorConduct {
  constructor(
    private readonly db: Database,
    private readonly promisesReader: PromisesReader,
  ) {
    super();
  }

  repliedSince(since: Instant): Predicate {
    return { sql: `exists (select 1 from ${REPLIES} and i.received_at >= ?)`, params: [since] };
  }

  repliesSince(since: Instant): Predicate {
    return { sql: `(select count(*) from ${REPLIES} and i.received_at >= ?)`, params: [since] };
  }

  promises(judged: "kept" | "not_kept"): Predicate {
    const state = judged === "kept" ? "r.state = 'kept'" : "r.state in ('partially_kept', 'broken')";
    return { sql: `(select count(*) from ${PROMISES} and ${state})`, params: [] };
  }

  promised(): Predicate {
    return { sql: `exists (select 1 from ${PROMISES} and r.active_slot = 1)`, params: [] };
  }

  async of(accountId: number, debtorId: number, since: Instant): Promise<Conduct> {
    const replies = await this.db.row<{ last: number | null; recent: number | string | null }>(
      `select max(received_at) as last, sum(case when received_at >= ? then 1 else 0 end) as recent
         from ${INBOUND_MESSAGE} where account_id = ? and debtor_id = ?`,
      [since, accountId, debtorId],
    );
    const promises = (await this.promisesReader.counts(accountId, [debtorId])).get(debtorId);
    return {
      lastReplyAt: replies?.last ?? null,
      repliesSince: Number(replies?.recent ?? 0),
      promisesKept: promises?.kept ?? 0,
      promisesNotKept: promises?.notKept ?? 0,
    };
  }

  whoReplied(accountId: number, debtorIds: readonly number[], since: Instant): Promise<Set<number>> {
    return this.among(`${INBOUND_MESSAGE} where received_at >= ? and`, [since], accountId, debtorIds);
  }

  whoPromised(accountId: number, debtorIds: readonly number[]): Promise<Set<number>> {
    return this.among(`${PROMISE} where active_slot = 1 and`, [], accountId, debtorIds);
  }

  private async among(from: string, params: readonly number[], accountId: number, debtorIds: readonly number[]): Promise<Set<number>> {
    if (debtorIds.length === 0) return new Set();
    const rows = await this.db.rows<{ id: number }>(
      `select distinct debtor_id as id from ${from} account_id = ? and debtor_id in (${marks(debtorIds)})`,
      [...params, accountId, ...debtorIds],
    );
    return new Set(rows.map(({ id }) => id));
  }
}

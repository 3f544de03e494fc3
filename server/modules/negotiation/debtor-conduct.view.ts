import { Injectable } from "@nestjs/common";
import type { NotNull } from "kysely";
import type { Instant } from "../../shared/instant.js";
import { Database } from "../../platform/database/database.js";
import type { Fragment } from "../../platform/database/fragment.js";
import { type Conduct, DebtorConduct } from "../segmentation/index.js";
import { INBOUND_MESSAGE, type NegotiationTables, PROMISE } from "./negotiation.tables.js";
import { PromisesReader } from "./promises.reader.js";

const repliesOf = (debt: string) => `${INBOUND_MESSAGE} i where i.account_id = ${debt}.account_id and i.debtor_id = ${debt}.debtor_id`;
const promisesOf = (debt: string) => `${PROMISE} r where r.account_id = ${debt}.account_id and r.debtor_id = ${debt}.debtor_id`;

/** Replies and promises as segments and cadences ask about them. */
@Injectable()
export class DebtorConductView extends DebtorConduct {
  constructor(
    private readonly db: Database,
    private readonly promisesReader: PromisesReader,
  ) {
    super();
  }

  repliedSince(debt: string, since: Instant): Fragment {
    return { sql: `exists (select 1 from ${repliesOf(debt)} and i.received_at >= ?)`, params: [since] };
  }

  repliesSince(debt: string, since: Instant): Fragment {
    return { sql: `(select count(*) from ${repliesOf(debt)} and i.received_at >= ?)`, params: [since] };
  }

  promises(debt: string, judged: "kept" | "not_kept"): Fragment {
    const state = judged === "kept" ? "r.state = 'kept'" : "r.state in ('partially_kept', 'broken')";
    return { sql: `(select count(*) from ${promisesOf(debt)} and ${state})`, params: [] };
  }

  promised(debt: string): Fragment {
    return { sql: `exists (select 1 from ${promisesOf(debt)} and r.active_slot = 1)`, params: [] };
  }

  async of(accountId: number, debtorId: number, since: Instant): Promise<Conduct> {
    const replies = await this.tables
      .selectFrom(INBOUND_MESSAGE)
      .select(({ fn }) => fn.max<number | null>("received_at").as("last"))
      .select((is) => is.fn.sum<number | string | null>(is.case().when("received_at", ">=", since).then(1).else(0).end()).as("recent"))
      .where("account_id", "=", accountId)
      .where("debtor_id", "=", debtorId)
      .executeTakeFirst();
    const promises = (await this.promisesReader.counts(accountId, [debtorId])).get(debtorId);
    return {
      lastReplyAt: replies?.last ?? null,
      repliesSince: Number(replies?.recent ?? 0),
      promisesKept: promises?.kept ?? 0,
      promisesNotKept: promises?.notKept ?? 0,
    };
  }

  async whoReplied(accountId: number, debtorIds: readonly number[], since: Instant): Promise<Set<number>> {
    if (debtorIds.length === 0) return new Set();
    const rows = await this.tables
      .selectFrom(INBOUND_MESSAGE)
      .select("debtor_id as id")
      .distinct()
      .where("account_id", "=", accountId)
      .where("debtor_id", "in", debtorIds)
      .where("received_at", ">=", since)
      .$narrowType<{ id: NotNull }>()
      .execute();
    return new Set(rows.map(({ id }) => id));
  }

  async whoPromised(accountId: number, debtorIds: readonly number[]): Promise<Set<number>> {
    if (debtorIds.length === 0) return new Set();
    const promised = this.tables.selectFrom(PROMISE).select("debtor_id as id").distinct().where("account_id", "=", accountId);
    const rows = await promised.where("debtor_id", "in", debtorIds).where("active_slot", "=", 1).execute();
    return new Set(rows.map(({ id }) => id));
  }

  private get tables() {
    return this.db.typed<NegotiationTables>();
  }
}

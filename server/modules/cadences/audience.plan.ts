import { Injectable } from "@nestjs/common";
import { localDate } from "../../shared/zone.js";
import { Clock } from "../../platform/clock/clock.js";
import { Database } from "../../platform/database/database.js";
import { AccountDirectory } from "../accounts/index.js";
import { DEBT, DEBTOR } from "../portfolio/index.js";
import { CadencePredicates } from "./cadence-predicates.plan.js";

/** Whom a cadence is for. */
@Injectable()
export class CadenceAudience {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly accounts: AccountDirectory,
    private readonly predicates: CadencePredicates,
  ) {}

  /** Debtors with an open debt in the segment today. */
  async count(accountId: number, segment: string | null): Promise<number> {
    const { zone } = await this.accounts.get(accountId);
    const where = await this.predicates.segment(accountId, segment, { zone, day: localDate(zone, this.clock.now()) });
    const row = await this.db.row<{ n: number | string }>(
      `select count(distinct d.debtor_id) as n from ${DEBT} d join ${DEBTOR} p on p.account_id = d.account_id and p.id = d.debtor_id
        where d.account_id = ? and d.status = 'open' and d.balance_minor > 0${where.sql === "" ? "" : ` and ${where.sql}`}`,
      [accountId, ...where.params],
    );
    return Number(row?.n ?? 0);
  }
}

import { Injectable } from "@nestjs/common";
import { localDate } from "../../shared/zone.js";
import { Clock } from "../../platform/clock/clock.js";
import { Database } from "../../platform/database/database.js";
import { fragment } from "../../platform/database/fragment.js";
import { AccountDirectory } from "../accounts/index.js";
import { openDebts } from "../segmentation/index.js";
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
    const debts = openDebts(this.db, accountId).select(({ fn }) => fn.count<number>("d.debtor_id").distinct().as("n"));
    const { n } = await (where.sql === "" ? debts : debts.where(fragment(where))).executeTakeFirstOrThrow();
    return n;
  }
}

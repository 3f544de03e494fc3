import { Injectable } from "@nestjs/common";
import { Database } from "../../platform/database/database.js";
import { DEBT, DEBTOR } from "../portfolio/index.js";
import { DebtorConduct } from "./debtor-conduct.port.js";
import { compileRule, type RuleDay } from "./rule-sql.plan.js";
import { SEGMENT_MEMBER } from "./segmentation.tables.js";
import type { Segment } from "./segments.store.js";

export interface MembershipChange {
  readonly joined: number;
  readonly left: number;
}

/** Brings who is in a segment up to a day, a chunk of debtors at a time. Only open debts with a balance are in any segment. */
@Injectable()
export class MembershipPlan {
  constructor(
    private readonly db: Database,
    private readonly conduct: DebtorConduct,
  ) {}

  /** The debtors with `from` ≤ id < `to`. Again on the same day it changes nothing unless the debts changed. */
  async refresh(accountId: number, segment: Segment, at: RuleDay, from: number, to: number): Promise<MembershipChange> {
    const rule = compileRule(segment.rule, at, this.conduct, { debt: "d", debtor: "p" });
    const belongs = `d.status = 'open' and d.balance_minor > 0 and ${rule.sql}`;
    const left = await this.db.run(
      `update ${SEGMENT_MEMBER} set to_date = ?, open_slot = null
        where account_id = ? and segment_id = ? and open_slot = 1 and debtor_id >= ? and debtor_id < ?
          and not exists (select 1 from ${DEBT} d join ${DEBTOR} p on p.account_id = d.account_id and p.id = d.debtor_id
                           where d.account_id = ? and d.id = ${SEGMENT_MEMBER}.debt_id and ${belongs})`,
      [at.day, accountId, segment.id, from, to, accountId, ...rule.params],
    );
    const joined = await this.db.run(
      `insert into ${SEGMENT_MEMBER} (account_id, segment_id, debt_id, debtor_id, from_date, to_date, open_slot)
       select d.account_id, ?, d.id, d.debtor_id, ?, null, 1
         from ${DEBT} d join ${DEBTOR} p on p.account_id = d.account_id and p.id = d.debtor_id
        where d.account_id = ? and d.debtor_id >= ? and d.debtor_id < ? and ${belongs}
          and not exists (select 1 from ${SEGMENT_MEMBER} m where m.account_id = ? and m.segment_id = ? and m.debt_id = d.id and m.open_slot = 1)`,
      [segment.id, at.day, accountId, from, to, ...rule.params, accountId, segment.id],
    );
    return { joined, left };
  }

  /** Whoever was in an archived segment is not any more. */
  close(accountId: number, segmentId: number, day: string): Promise<number> {
    return this.db.run(
      `update ${SEGMENT_MEMBER} set to_date = ?, open_slot = null where account_id = ? and segment_id = ? and open_slot = 1`,
      [day, accountId, segmentId],
    );
  }
}

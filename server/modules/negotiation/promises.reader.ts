import { Injectable } from "@nestjs/common";
import type { CalendarDate } from "../../shared/calendar.js";
import type { Currency } from "../../shared/money.js";
import { Database } from "../../platform/database/database.js";
import { PROMISE } from "./negotiation.tables.js";

export interface PromiseCounts {
  readonly kept: number;
  /** Partially kept ones are not kept. */
  readonly notKept: number;
}

export interface ActivePromise {
  readonly debtorId: number;
  readonly currency: Currency;
  readonly amountMinor: number;
  readonly dueDate: CalendarDate;
}

/** What other modules may ask about promises. Batches by debtor row id. */
@Injectable()
export class PromisesReader {
  constructor(private readonly db: Database) {}

  /** Of all time; debtors without a judged promise are absent. */
  async counts(accountId: number, debtorIds: readonly number[]): Promise<Map<number, PromiseCounts>> {
    if (debtorIds.length === 0) return new Map();
    const rows = await this.db.rows<{ debtorId: number; kept: number | string; notKept: number | string }>(
      `select debtor_id as debtorId, sum(case when state = 'kept' then 1 else 0 end) as kept,
              sum(case when state in ('partially_kept', 'broken') then 1 else 0 end) as notKept
         from ${PROMISE} where account_id = ? and debtor_id in (${debtorIds.map(() => "?").join(", ")})
          and state in ('kept', 'partially_kept', 'broken') group by debtor_id`,
      [accountId, ...debtorIds],
    );
    return new Map(rows.map((row) => [row.debtorId, { kept: Number(row.kept), notKept: Number(row.notKept) }]));
  }

  async active(accountId: number, debtorIds: readonly number[]): Promise<Map<number, ActivePromise[]>> {
    if (debtorIds.length === 0) return new Map();
    const rows = await this.db.rows<ActivePromise>(
      `select debtor_id as debtorId, currency, amount_minor as amountMinor, due_date as dueDate
         from ${PROMISE} where account_id = ? and debtor_id in (${debtorIds.map(() => "?").join(", ")}) and active_slot = 1 order by id`,
      [accountId, ...debtorIds],
    );
    return Map.groupBy(rows, (row) => row.debtorId);
  }
}

import { Injectable } from "@nestjs/common";
import type { CalendarDate } from "../../shared/calendar.js";
import type { Currency } from "../../shared/money.js";
import { Database } from "../../platform/database/database.js";
import { NOT_KEPT } from "./domain/promise.js";
import { type NegotiationTables, PROMISE } from "./negotiation.tables.js";

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
    const rows = await this.promises(accountId, debtorIds)
      .select(({ fn }) => ["debtor_id", fn.countAll<number>().as("judged")])
      .select((is) => is.fn.sum<number | string>(is.case().when("state", "=", "kept").then(1).else(0).end()).as("kept"))
      .where("state", "in", ["kept", ...NOT_KEPT])
      .groupBy("debtor_id")
      .execute();
    return new Map(rows.map((row) => [row.debtor_id, { kept: Number(row.kept), notKept: row.judged - Number(row.kept) }]));
  }

  async active(accountId: number, debtorIds: readonly number[]): Promise<Map<number, ActivePromise[]>> {
    if (debtorIds.length === 0) return new Map();
    const rows = await this.promises(accountId, debtorIds)
      .select(["debtor_id as debtorId", "currency", "amount_minor as amountMinor", "due_date as dueDate"])
      .where("active_slot", "=", 1)
      .orderBy("id")
      .execute();
    return Map.groupBy(rows, (row) => row.debtorId);
  }

  private promises(accountId: number, debtorIds: readonly number[]) {
    const promises = this.db.typed<NegotiationTables>().selectFrom(PROMISE);
    return promises.where("account_id", "=", accountId).where("debtor_id", "in", debtorIds);
  }
}

import { Injectable } from "@nestjs/common";
import type { CalendarDate } from "../../shared/calendar.js";
import type { Instant } from "../../shared/instant.js";
import type { Currency } from "../../shared/money.js";
import { Ids } from "../../platform/crypto/ids.js";
import { Database } from "../../platform/database/database.js";
import { marks } from "../../platform/database/marks.js";

export interface NewEntry {
  readonly debtId: number;
  readonly kind: "charge" | "payment" | "reversal" | "adjustment" | "credit";
  /** Signed minor units: what is owed rises with it. */
  readonly amountMinor: number;
  readonly currency: Currency;
  readonly valueDate: CalendarDate;
  readonly paymentId: number | null;
}

export interface PaymentAllocation {
  readonly debtId: number;
  readonly publicId: string;
  readonly kind: "payment" | "credit";
  readonly minor: number;
  readonly currency: Currency;
}

export interface StandingCredit {
  readonly debtId: number;
  readonly paymentId: number;
  readonly currency: Currency;
  readonly minor: number;
}

/** The movements that make the balances of debts. Whoever adds movements holds the debts' locks and settles them before the commit. */
@Injectable()
export class LedgerStore {
  constructor(
    private readonly db: Database,
    private readonly ids: Ids,
  ) {}

  async add(accountId: number, entries: readonly NewEntry[], now: Instant): Promise<void> {
    await this.db.insert(
      "ledger_entry",
      entries.map((entry) => ({
        account_id: accountId,
        public_id: this.ids.next(),
        debt_id: entry.debtId,
        kind: entry.kind,
        amount_minor: entry.amountMinor,
        currency: entry.currency,
        value_date: entry.valueDate,
        payment_id: entry.paymentId,
        created_at: now,
      })),
    );
  }

  /** Makes balances and states of debts from their whole ledgers. A cancelled debt stays cancelled. */
  async settle(accountId: number, debtIds: readonly number[], now: Instant): Promise<void> {
    if (debtIds.length === 0) return;
    await this.db.run(
      `update debt set updated_at = ?, balance_minor =
         (select coalesce(sum(e.amount_minor), 0) from ledger_entry e where e.account_id = ? and e.debt_id = debt.id)
       where account_id = ? and id in (${marks(debtIds)})`,
      [now, accountId, accountId, ...debtIds],
    );
    await this.db.run(
      `update debt set status = case when balance_minor > 0 then 'open' else 'paid' end
       where account_id = ? and status <> 'cancelled' and id in (${marks(debtIds)})`,
      [accountId, ...debtIds],
    );
  }

  /** What stands on debts of money that was in hand, by debt. */
  async creditedOf(accountId: number, debtIds: readonly number[]): Promise<Map<number, number>> {
    const credits = Map.groupBy(await this.creditsOn(accountId, debtIds), ({ debtId }) => debtId);
    return new Map([...credits].map(([debtId, own]) => [debtId, own.reduce((sum, { minor }) => sum + minor, 0)]));
  }

  /** The same by debt and payment. */
  async creditsOn(accountId: number, debtIds: readonly number[]): Promise<StandingCredit[]> {
    if (debtIds.length === 0) return [];
    const rows = await this.db.rows<Omit<StandingCredit, "minor"> & { readonly minor: number | string }>(
      `select debt_id as debtId, payment_id as paymentId, min(currency) as currency, -sum(amount_minor) as minor from ledger_entry
       where account_id = ? and debt_id in (${marks(debtIds)}) and kind = 'credit'
       group by debt_id, payment_id having sum(amount_minor) < 0 order by debt_id, payment_id`,
      [accountId, ...debtIds],
    );
    return rows.map((row) => ({ ...row, minor: Number(row.minor) }));
  }

  /** Debts on which these payments stand as money that was in hand. */
  async debtsCreditedBy(accountId: number, paymentIds: readonly number[]): Promise<number[]> {
    if (paymentIds.length === 0) return [];
    const rows = await this.db.rows<{ debt_id: number }>(
      `select distinct debt_id from ledger_entry where account_id = ? and payment_id in (${marks(paymentIds)}) and kind = 'credit'`,
      [accountId, ...paymentIds],
    );
    return rows.map((row) => row.debt_id);
  }

  /** What each payment of a value date in `days`, ends included, settled of debts, by debt, the newest first. */
  async paidOn(accountId: number, debtIds: readonly number[], days: readonly [CalendarDate, CalendarDate]): Promise<Map<number, number[]>> {
    if (debtIds.length === 0) return new Map();
    const rows = await this.db.rows<{ debt_id: number; minor: number | string }>(
      `select debt_id, -sum(amount_minor) as minor from ledger_entry
       where account_id = ? and debt_id in (${marks(debtIds)}) and payment_id is not null and kind <> 'credit'
       group by debt_id, payment_id having sum(amount_minor) < 0 and min(value_date) between ? and ? order by max(id) desc`,
      [accountId, ...debtIds, ...days],
    );
    const paid = Map.groupBy(rows, (row) => row.debt_id);
    return new Map([...paid].map(([debtId, own]) => [debtId, own.map(({ minor }) => Number(minor))]));
  }

  /** What a payment settled, per debt: what it was paid for, and what was placed as money in hand. */
  async allocationsOf(accountId: number, paymentId: number): Promise<PaymentAllocation[]> {
    // Summed here: asked to group them, SQLite goes through all of the account in the order of its debts.
    const entries = await this.db.rows<{ debt_id: number; public_id: string; kind: string; amount_minor: number; currency: Currency }>(
      `select e.debt_id, d.public_id, e.kind, e.amount_minor, e.currency from ledger_entry e join debt d on d.account_id = ? and d.id = e.debt_id
       where e.account_id = ? and e.payment_id = ?`,
      [accountId, accountId, paymentId],
    );
    return [...Map.groupBy(entries, ({ debt_id, kind }) => `${debt_id} ${kind === "credit"}`).values()]
      .map((movements) => {
        const { debt_id: debtId, public_id: publicId, kind, currency } = movements[0]!;
        const minor = -movements.reduce((sum, { amount_minor }) => sum + amount_minor, 0);
        return { debtId, publicId, kind: kind === "credit" ? ("credit" as const) : ("payment" as const), minor, currency };
      })
      .filter(({ minor }) => minor > 0)
      .sort((a, b) => a.debtId - b.debtId);
  }
}

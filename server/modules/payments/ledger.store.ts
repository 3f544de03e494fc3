import { Injectable } from "@nestjs/common";
import type { CalendarDate } from "../../shared/calendar.js";
import type { Instant } from "../../shared/instant.js";
import type { Currency } from "../../shared/money.js";
import { Ids } from "../../platform/crypto/ids.js";
import { Database } from "../../platform/database/database.js";
import { DEBT, type PortfolioTables } from "../portfolio/index.js";
import type { OwedStatus } from "../portfolio/rules.js";
import { LEDGER_ENTRY, type PaymentsTables } from "./payments.tables.js";

export interface NewEntry {
  readonly debtId: number;
  readonly kind: "charge" | "payment" | "reversal" | "adjustment" | "credit" | "write_off" | "forgiven";
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
  /** How much of it was for what had been written off. */
  readonly broughtBack: number;
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
    const debts = this.db
      .typed<PaymentsTables & PortfolioTables>()
      .updateTable(DEBT)
      .where("account_id", "=", accountId)
      .where("id", "in", debtIds);
    await debts
      .set((is) => ({
        updated_at: now,
        balance_minor: is
          .selectFrom(`${LEDGER_ENTRY} as e`)
          .select((of) => of.fn.coalesce(of.fn.sum<number>("e.amount_minor"), of.lit<number>(0)).as("balance"))
          .where("e.account_id", "=", accountId)
          .whereRef("e.debt_id", "=", "debt.id"),
      }))
      .execute();
    await debts
      .set((is) => {
        const given = (kind: "write_off" | "forgiven") =>
          is
            .selectFrom(`${LEDGER_ENTRY} as g`)
            .select((of) => of.fn.coalesce(of.fn.sum<number>("g.amount_minor"), of.lit<number>(0)).as("given"))
            .where("g.account_id", "=", accountId)
            .whereRef("g.debt_id", "=", "debt.id")
            .where("g.kind", "=", kind);
        const status = is
          .case()
          .when("balance_minor", ">", 0)
          .then(is.val<OwedStatus>("open"))
          .when(given("write_off"), "<", 0)
          .then(is.val<OwedStatus>("written_off"))
          .when(given("forgiven"), "<", 0)
          .then(is.val<OwedStatus>("settled"))
          .else(is.val<OwedStatus>("paid"))
          .end();
        return { status };
      })
      .where("status", "<>", "cancelled")
      .execute();
  }

  /** What the creditor has given up or let go of each debt, and not taken back. Positive; debts without are left out. */
  async givenUp(
    accountId: number,
    debtIds: readonly number[],
  ): Promise<{ debtId: number; kind: "write_off" | "forgiven"; minor: number }[]> {
    if (debtIds.length === 0) return [];
    const rows = await this.entries(accountId)
      .select(({ fn }) => ["debt_id", "kind", fn.sum<number | string>("amount_minor").as("minor")])
      .where("debt_id", "in", debtIds)
      .where("kind", "in", ["write_off", "forgiven"])
      .groupBy(["debt_id", "kind"])
      .having(({ fn }) => fn.sum("amount_minor"), "<", 0)
      .orderBy("debt_id")
      .orderBy("kind")
      .execute();
    return rows.map(({ debt_id: debtId, kind, minor }) => ({ debtId, kind: kind as "write_off" | "forgiven", minor: -Number(minor) }));
  }

  /** What stands on debts of money that was in hand, by debt. */
  async creditedOf(accountId: number, debtIds: readonly number[]): Promise<Map<number, number>> {
    const credits = Map.groupBy(await this.creditsOn(accountId, debtIds), ({ debtId }) => debtId);
    return new Map([...credits].map(([debtId, own]) => [debtId, own.reduce((sum, { minor }) => sum + minor, 0)]));
  }

  /** The same by debt and payment. */
  async creditsOn(accountId: number, debtIds: readonly number[]): Promise<StandingCredit[]> {
    if (debtIds.length === 0) return [];
    const rows = await this.credits(accountId)
      .select(({ fn }) => [
        "debt_id as debtId",
        "payment_id as paymentId",
        fn.min("currency").as("currency"),
        fn.sum<number | string>("amount_minor").as("minor"),
      ])
      .where("debt_id", "in", debtIds)
      .groupBy(["debt_id", "payment_id"])
      .having(({ fn }) => fn.sum("amount_minor"), "<", 0)
      .orderBy("debt_id")
      .orderBy("payment_id")
      .execute();
    return rows.map(({ paymentId, minor, ...row }) => ({ ...row, paymentId: paymentId!, minor: -Number(minor) }));
  }

  /** Debts on which these payments stand as money that was in hand. */
  async debtsCreditedBy(accountId: number, paymentIds: readonly number[]): Promise<number[]> {
    if (paymentIds.length === 0) return [];
    const rows = await this.credits(accountId).select("debt_id").distinct().where("payment_id", "in", paymentIds).execute();
    return rows.map((row) => row.debt_id);
  }

  /** What each payment of a value date in `days`, ends included, settled of debts, by debt, the newest first. */
  async paidOn(accountId: number, debtIds: readonly number[], days: readonly [CalendarDate, CalendarDate]): Promise<Map<number, number[]>> {
    if (debtIds.length === 0) return new Map();
    const rows = await this.entries(accountId)
      .select(({ fn }) => ["debt_id", fn.sum<number | string>("amount_minor").as("minor")])
      .where("debt_id", "in", debtIds)
      .where("payment_id", "is not", null)
      .where("kind", "<>", "credit")
      .groupBy(["debt_id", "payment_id"])
      .having(({ fn }) => fn.sum("amount_minor"), "<", 0)
      .having((is) => is.between(is.fn.min("value_date"), ...days))
      .orderBy(({ fn }) => fn.max("id"), "desc")
      .execute();
    const paid = Map.groupBy(rows, (row) => row.debt_id);
    return new Map([...paid].map(([debtId, own]) => [debtId, own.map(({ minor }) => -Number(minor))]));
  }

  /** What a payment settled, per debt: what it was paid for, and what was placed as money in hand. */
  async allocationsOf(accountId: number, paymentId: number): Promise<PaymentAllocation[]> {
    // Summed here: asked to group them, SQLite goes through all of the account in the order of its debts.
    const entries = await this.db
      .typed<PaymentsTables & PortfolioTables>()
      .selectFrom("ledger_entry as e")
      .innerJoin(`${DEBT} as d`, (join) => join.onRef("d.account_id", "=", "e.account_id").onRef("d.id", "=", "e.debt_id"))
      .select(["e.debt_id", "d.public_id", "e.kind", "e.amount_minor", "e.currency"])
      .where("e.account_id", "=", accountId)
      .where("e.payment_id", "=", paymentId)
      .execute();
    const givenBack = entries.filter(({ kind }) => kind === "write_off");
    const money = entries.filter(({ kind }) => kind !== "write_off");
    return [...Map.groupBy(money, ({ debt_id, kind }) => `${debt_id} ${kind === "credit"}`).values()]
      .map((movements) => {
        const { debt_id: debtId, public_id: publicId, kind, currency } = movements[0]!;
        const minor = -movements.reduce((sum, { amount_minor }) => sum + amount_minor, 0);
        const credit = kind === "credit";
        const broughtBack = credit ? 0 : givenBack.filter((one) => one.debt_id === debtId).reduce((sum, one) => sum + one.amount_minor, 0);
        return { debtId, publicId, kind: credit ? ("credit" as const) : ("payment" as const), minor, currency, broughtBack };
      })
      .filter(({ minor }) => minor > 0)
      .sort((a, b) => a.debtId - b.debtId);
  }

  private credits(accountId: number) {
    return this.entries(accountId).where("kind", "=", "credit");
  }

  private entries(accountId: number) {
    return this.db.typed<PaymentsTables>().selectFrom("ledger_entry").where("account_id", "=", accountId);
  }
}

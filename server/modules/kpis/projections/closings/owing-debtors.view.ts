import { Injectable } from "@nestjs/common";
import type { AliasedExpression } from "kysely";
import type { Instant } from "../../../../shared/instant.js";
import type { Currency } from "../../../../shared/money.js";
import { Database } from "../../../../platform/database/database.js";
import { DEBT_SPAN, type KpisTables } from "../../kpis.tables.js";
import type { DatedInstant } from "../domain/account-day.js";
import { OpenDebts } from "./open-debts.view.js";

/** Who owes in a currency; in the empty one, whatever the currency. */
export interface OwingDebtors {
  readonly currency: Currency;
  readonly debtors: number;
  /** Of them, those with something overdue. */
  readonly overdue: number;
}

/** A debtor in one currency, at two instants. */
interface Account {
  readonly debtor_id: number;
  readonly currency: Currency;
  readonly was: number;
  readonly was_late: number;
  readonly is_now: number;
  readonly is_late: number;
}

/** Who owes, each debtor once, as the spans of their debts say. */
@Injectable()
export class OwingDebtorsView {
  constructor(
    private readonly db: Database,
    private readonly debts: OpenDebts,
  ) {}

  /** All of them. */
  async at(accountId: number, { at, day }: DatedInstant): Promise<OwingDebtors[]> {
    const counted = this.debts.standing(accountId, at).select((is) => [
      is.fn.count<number>("debtor_id").distinct().as("debtors"),
      is.fn
        .count<number>(is.case().when("due_date", "<", day).then(is.ref("debtor_id")).end())
        .distinct()
        .as("overdue"),
    ]);
    const each = await counted.select("currency").groupBy("currency").execute();
    const any = await counted.execute();
    return [...each, ...any.map((row) => ({ currency: "", ...row }))].map(({ currency, debtors, overdue }) => ({
      currency,
      debtors: Number(debtors),
      overdue: Number(overdue),
    }));
  }

  /**
   * How many owe more at one instant than at an earlier one; fewer is negative. Only of those who can have become others: of whom a debt
   * changed meanwhile, or fell overdue by the days alone.
   */
  async more(accountId: number, before: DatedInstant, now: DatedInstant): Promise<OwingDebtors[]> {
    const accounts = await this.accounts(accountId, before, now);
    const own = [...Map.groupBy(accounts, ({ currency }) => currency)].map(([currency, of]) => changeOf(currency, of));
    const debtors = [...Map.groupBy(accounts, ({ debtor_id: debtor }) => debtor).values()].map((of): Account => {
      const some = (flag: "was" | "was_late" | "is_now" | "is_late") => Math.max(...of.map((account) => account[flag]));
      return { ...of[0]!, was: some("was"), was_late: some("was_late"), is_now: some("is_now"), is_late: some("is_late") };
    });
    return [...own, changeOf("", debtors)];
  }

  private async accounts(accountId: number, before: DatedInstant, now: DatedInstant): Promise<Account[]> {
    const begun = this.debts.begun(accountId, before.at, now.at).select("debtor_id");
    const changed = begun.union(this.debts.ended(accountId, before.at, now.at).select("debtor_id"));
    if (before.day === now.day) return this.flags(accountId, before, now, changed.as("t"));
    const due = this.debts
      .standing(accountId, now.at)
      .select("debtor_id")
      .where("due_date", ">=", before.day)
      .where("due_date", "<", now.day);
    return this.flags(accountId, before, now, changed.union(due).as("t"));
  }

  private async flags(
    accountId: number,
    before: DatedInstant,
    now: DatedInstant,
    debtors: AliasedExpression<{ debtor_id: number }, "t">,
  ): Promise<Account[]> {
    const rows = await this.db
      .typed<KpisTables>()
      .selectFrom(debtors)
      .innerJoin(`${DEBT_SPAN} as s`, "s.debtor_id", "t.debtor_id")
      .select((is) => {
        const stood = (at: Instant) => [is("s.from_at", "<=", at), is("s.to_at", ">", at)];
        const late = ({ at, day }: DatedInstant) => is.and([...stood(at), is("s.due_date", "<", day)]);
        const flag = (condition: ReturnType<typeof late>) => is.fn.max<number>(is.case().when(condition).then(1).else(0).end());
        return [
          "s.debtor_id",
          "s.currency",
          flag(is.and(stood(before.at))).as("was"),
          flag(late(before)).as("was_late"),
          flag(is.and(stood(now.at))).as("is_now"),
          flag(late(now)).as("is_late"),
        ];
      })
      .where("s.account_id", "=", accountId)
      .where("s.status", "=", "open")
      .where("s.to_at", ">", before.at)
      .where("s.from_at", "<=", now.at)
      .groupBy(["s.debtor_id", "s.currency"])
      .execute();
    return rows.map((row) => ({
      ...row,
      was: Number(row.was),
      was_late: Number(row.was_late),
      is_now: Number(row.is_now),
      is_late: Number(row.is_late),
    }));
  }
}

function changeOf(currency: Currency, accounts: readonly Account[]): OwingDebtors {
  return {
    currency,
    debtors: accounts.reduce((sum, account) => sum + account.is_now - account.was, 0),
    overdue: accounts.reduce((sum, account) => sum + account.is_late - account.was_late, 0),
  };
}

import { Injectable } from "@nestjs/common";
import type { CalendarDate } from "../../../../shared/calendar.js";
import type { Instant } from "../../../../shared/instant.js";
import type { Currency } from "../../../../shared/money.js";
import type { StageId } from "../../../../shared/stage.js";
import { Database } from "../../../../platform/database/database.js";
import { stageOf } from "../../../portfolio/rules.js";
import { DEBT_SPAN, type KpisTables } from "../../kpis.tables.js";

export interface StageStanding {
  readonly currency: Currency;
  readonly stage: StageId;
  readonly debts: number;
  readonly balanceMinor: number;
}

export interface DebtorsStanding {
  readonly currency: Currency;
  readonly debtors: number;
  /** Of them, those with something overdue. */
  readonly overdue: number;
}

/** What was owed at any instant, as the journal tells it up to then. */
@Injectable()
export class PortfolioStanding {
  constructor(private readonly db: Database) {}

  /**
   * Open debts by currency and stage.
   * @param at what was written down up to this instant counts, and nothing later
   * @param date the day of that instant in the account's zone, by which debts are as old as they are
   */
  async byStage(accountId: number, at: Instant, date: CalendarDate): Promise<StageStanding[]> {
    const rows = await this.open(accountId, at)
      .select(({ fn }) => [
        "currency",
        "due_date",
        fn.countAll<number>().as("debts"),
        fn.sum<number | string>("balance_minor").as("balance"),
      ])
      .groupBy(["currency", "due_date"])
      .execute();
    const stages = new Map<string, { currency: Currency; stage: StageId; debts: number; balanceMinor: number }>();
    for (const { currency, due_date: dueDate, debts, balance } of rows) {
      const stage = stageOf(dueDate, date);
      const key = `${currency} ${stage}`;
      const sum = stages.get(key) ?? { currency, stage, debts: 0, balanceMinor: 0 };
      stages.set(key, { ...sum, debts: sum.debts + Number(debts), balanceMinor: sum.balanceMinor + Number(balance) });
    }
    return [...stages.values()];
  }

  /** Who owed, each debtor once a currency. */
  async debtors(accountId: number, at: Instant): Promise<DebtorsStanding[]> {
    const debtors = this.open(accountId, at)
      .select(({ fn }) => ["currency", "debtor_id", fn.min("overdue_at").as("first_overdue")])
      .groupBy(["currency", "debtor_id"])
      .as("debtors");
    const rows = await this.db
      .typed<KpisTables>()
      .selectFrom(debtors)
      .select((is) => [
        "currency",
        is.fn.countAll<number>().as("debtors"),
        is.fn.sum<number | string>(is.case().when("first_overdue", "<=", at).then(1).else(0).end()).as("overdue"),
      ])
      .groupBy("currency")
      .orderBy("currency")
      .execute();
    return rows.map(({ currency, debtors: all, overdue }) => ({ currency, debtors: Number(all), overdue: Number(overdue) }));
  }

  private open(accountId: number, at: Instant) {
    return this.db
      .typed<KpisTables>()
      .selectFrom(DEBT_SPAN)
      .where("account_id", "=", accountId)
      .where("from_at", "<=", at)
      .where("to_at", ">", at)
      .where("status", "=", "open");
  }
}

import { Injectable } from "@nestjs/common";
import { type ExpressionBuilder, sql } from "kysely";
import { Database } from "../../../platform/database/database.js";
import type { Currency } from "../../../shared/money.js";
import type { Instant } from "../../../shared/instant.js";
import { CASH_ON_DEBTS } from "../projections/tallies/domain/flow-tallies.js";
import { TALLIED_MONEY } from "../projections/tallies/domain/day-tally.js";
import { FigureTallies } from "../projections/tallies/figure-tallies.view.js";
import { type KpisTables, MONEY_FLOW } from "../kpis.tables.js";
import type { Measure } from "../metrics/domain/measure.js";
import { byCurrency, type Counted, type Counter, type Question } from "./domain/counted.js";

const MEASURES = ["cash.net", "cash.recovered", "cash.excess", "cash.days", "accounts.paying"] as const satisfies readonly Measure[];
/** What came in, by the days it counts for. */
@Injectable()
export class MoneyMeasures implements Counter {
  readonly measures = MEASURES;

  constructor(
    private readonly db: Database,
    private readonly tallies: FigureTallies,
  ) {}

  async count(question: Question): Promise<Counted> {
    const paying = await this.paying(question);
    const rows = [
      ...(await this.added(question)),
      ...paying.map(({ currency, accounts }) => ({ currency, measure: "accounts.paying" as const, total: accounts })),
    ];
    return { all: {}, currencies: byCurrency(MEASURES, rows), inEach: MEASURES };
  }

  /** Money by currency: what was added up by day, and what was written down since. A currency may stand in several rows. */
  async added(question: Question): Promise<{ currency: Currency; measure: Measure; total: number }[]> {
    const { accountId, period, asOf } = question;
    const { sums } = await this.tallies.of(accountId, TALLIED_MONEY, period, asOf, (since) =>
      TALLIED_MONEY.map((measure) => this.flows(question, since, measure)),
    );
    return [...sums];
  }

  /** What was written down since an instant. */
  private flows(question: Question, since: Instant, measure: (typeof TALLIED_MONEY)[number]) {
    return this.moved(question)
      .select((is) => {
        const { onDebts, onOverdue, inHand, days } = moneyParts(is);
        const parts = { "cash.net": is(onDebts, "+", inHand), "cash.recovered": onOverdue, "cash.excess": inHand, "cash.days": days };
        return [sql.lit(measure).as("measure"), "currency", is.fn.sum<number | string>(parts[measure]).as("total")];
      })
      .where("recorded_at", ">=", since)
      .groupBy("currency");
  }

  private async paying(question: Question) {
    const accounts = this.payers(question).select(["currency", "debtor_id"]).as("accounts");
    const rows = await this.db
      .typed<KpisTables>()
      .selectFrom(accounts)
      .select(({ fn }) => ["currency", fn.countAll<number>().as("accounts")])
      .groupBy("currency")
      .execute();
    return rows.map(({ currency, accounts: count }) => ({ currency, accounts: Number(count) }));
  }

  /** Accounts (a debtor in one currency) with money in the period, after what was taken back. */
  payers(question: Question) {
    return this.inPeriod(question)
      .where("kind", "in", ["payment", "reversal", "after_write_off"])
      .where("debtor_id", "is not", null)
      .groupBy(["currency", "debtor_id"])
      .having(({ fn }) => fn.sum("amount_minor"), "<", 0);
  }

  /** Money that moved in the period, on debts and in hand. */
  moved(question: Question) {
    return this.inPeriod(question).where("kind", "in", [...CASH_ON_DEBTS, "after_write_off", "hand"]);
  }

  private inPeriod({ accountId, period, asOf }: Question) {
    return this.db
      .typed<KpisTables>()
      .selectFrom(MONEY_FLOW)
      .where("account_id", "=", accountId)
      .where("day", ">=", period.start)
      .where("day", "<", period.end)
      .where("recorded_at", "<=", asOf);
  }
}

/** What a movement adds to each sum. What lies on debts comes off what is owed, and so is negative there. */
export function moneyParts(is: ExpressionBuilder<KpisTables, typeof MONEY_FLOW>) {
  const amount = is.ref("amount_minor");
  const onDebts = is("kind", "<>", "hand");
  const inTime = is("kind", "in", CASH_ON_DEBTS);
  const overdue = is.and([inTime, is("age", ">", 0)]);
  return {
    onDebts: is.case().when(onDebts).then(is.neg(amount)).else(0).end(),
    onOverdue: is.case().when(overdue).then(is.neg(amount)).else(0).end(),
    inHand: is.case().when(onDebts).then(0).else(amount).end(),
    days: is
      .case()
      .when(inTime)
      .then(is.neg(is(amount, "*", is.ref("age"))))
      .else(0)
      .end(),
  };
}

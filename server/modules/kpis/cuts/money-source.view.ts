import { Injectable } from "@nestjs/common";
import { sql } from "kysely";
import { Database } from "../../../platform/database/database.js";
import { DEBT_SPAN, type KpisTables } from "../kpis.tables.js";
import type { Question } from "../measures/domain/counted.js";
import { CASH_ON_DEBTS } from "../projections/tallies/domain/flow-tallies.js";
import { MoneyMeasures } from "../measures/money-measures.view.js";
import { type CutSource, none, since, WHAT_THE_DEBT_WAS } from "./cut-rows.port.js";

/** Money that came in, by who paid it and by the debt it lies on; money in hand lies on none. */
@Injectable()
export class MoneyCutSource implements CutSource {
  readonly measures = ["cash.net", "cash.recovered"] as const;
  readonly columns = WHAT_THE_DEBT_WAS;
  readonly segmentsBy = "debt_id";
  readonly inCurrency = true;
  readonly cases = { key: sql.ref("t.seq"), debt: none, day: sql.ref("t.flow_day"), note: sql.ref("t.payment"), sortedBy: null };

  constructor(
    private readonly db: Database,
    private readonly money: MoneyMeasures,
  ) {}

  rows(question: Question) {
    const { accountId, asOf, period } = question;
    return this.db
      .typed<KpisTables>()
      .selectFrom(this.money.moved(question).selectAll().as("f"))
      .leftJoin(`${DEBT_SPAN} as s`, (join) =>
        join.onRef("s.debt_id", "=", "f.debt_id").on("s.account_id", "=", accountId).on("s.from_at", "<=", asOf).on("s.to_at", ">", asOf),
      )
      .select(["f.seq", "f.debtor_id", "f.debt_id", "f.currency", "f.kind", "f.amount_minor", "f.age", "f.payment", "f.day as flow_day"])
      .select(["s.due_date", "s.product", "s.instalment_minor", "s.credit_date", "s.placed_minor"])
      .select([
        since(period.start, "s.placed_on").as("since"),
        sql<number>`case when ${sql.ref("f.age")} > 0 then 1 else 0 end`.as("fell"),
      ]);
  }

  sums() {
    const amount = sql.ref("t.amount_minor");
    const onDebt = sql`${sql.ref("t.kind")} <> 'hand'`;
    const inTime = sql`${sql.ref("t.kind")} in (${sql.join(CASH_ON_DEBTS)})`;
    return {
      "cash.net": sql`case when ${onDebt} then -${amount} else ${amount} end`,
      "cash.recovered": sql`case when ${inTime} and ${sql.ref("t.age")} > 0 then -${amount} else 0 end`,
    };
  }
}

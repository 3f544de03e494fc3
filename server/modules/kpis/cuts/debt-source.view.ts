import { Injectable } from "@nestjs/common";
import { sql } from "kysely";
import { localDate } from "../../../shared/zone.js";
import { DebtMeasures } from "../measures/debt-measures.view.js";
import { edgesOf, type Question } from "../measures/domain/counted.js";
import { type CutSource, none } from "./cut-rows.port.js";

/** What was owed at the end, by what each debt was then. */
@Injectable()
export class DebtCutSource implements CutSource {
  readonly measures = ["balance.outstanding", "balance.overdue", "receivables.closing", "receivables.current"] as const;
  readonly columns = {
    currency: { currency: sql.ref("t.currency") },
    stage: { due: sql.ref("t.due_date"), day: sql.ref("t.end_day") },
    product: { product: sql.ref("t.product") },
    instalment_band: { instalment_band: sql`length(${sql.ref("t.instalment_minor")})` },
    credit_duration: { credit: sql.ref("t.credit_date"), day: sql.ref("t.end_day") },
    amount_band: { amount_band: sql`length(${sql.ref("t.balance_minor")})` },
  };
  readonly segmentsBy = "debt_id";
  readonly inCurrency = true;
  readonly cases = { key: sql.ref("t.debt_id"), debt: sql.ref("t.debt_id"), day: sql.ref("t.due_date"), note: none, sortedBy: null };

  constructor(private readonly debts: DebtMeasures) {}

  rows(question: Question) {
    const { end } = edgesOf(question);
    const day = sql<string>`${localDate(question.period.zone, end)}`.as("end_day");
    return this.debts
      .spans(question.accountId)
      .where("from_at", "<=", end)
      .where("to_at", ">", end)
      .where("status", "=", "open")
      .selectAll()
      .select(day);
  }

  sums(question: Question) {
    const { end } = edgesOf(question);
    const balance = sql.ref("t.balance_minor");
    const overdue = sql`case when ${sql.ref("t.overdue_at")} <= ${end} then ${balance} else 0 end`;
    return {
      "balance.outstanding": balance,
      "balance.overdue": overdue,
      "receivables.closing": balance,
      "receivables.current": sql`${balance} - ${overdue}`,
    };
  }
}

import { Injectable } from "@nestjs/common";
import { type SelectQueryBuilder, sql } from "kysely";
import type { DEBT_SPAN, KpisTables } from "../kpis.tables.js";
import { DebtMeasures } from "../measures/debt-measures.view.js";
import { edgesOf, type Question } from "../measures/domain/counted.js";
import { type CutSource, none, since, WHAT_THE_DEBT_WAS } from "./cut-rows.port.js";

type Debts = SelectQueryBuilder<KpisTables, typeof DEBT_SPAN, object>;

const CASES = { key: sql.ref("t.debt_id"), debt: sql.ref("t.debt_id"), day: sql.ref("t.due_date"), note: none, sortedBy: null };
const size = sql.ref("t.size");

/** What a period began with, and what fell overdue in it: what a recovery rate is a share of. */
@Injectable()
export class OverdueCutSources {
  readonly all: readonly CutSource[];

  constructor(private readonly debts: DebtMeasures) {
    const common = { columns: WHAT_THE_DEBT_WAS, segmentsBy: "debt_id", inCurrency: true, cases: CASES } as const;
    this.all = [
      {
        ...common,
        measures: ["receivables.opening", "balance.overdue.opening"],
        rows: (question) => this.opening(question),
        sums: (question) => ({
          "receivables.opening": size,
          "balance.overdue.opening": sql`case when ${sql.ref("t.overdue_at")} <= ${edgesOf(question).start} then ${size} else 0 end`,
        }),
      },
      {
        ...common,
        measures: ["balance.newly_overdue"],
        rows: (question) => this.fell(question),
        sums: () => ({ "balance.newly_overdue": size }),
      },
    ];
  }

  private opening(question: Question) {
    const { start } = edgesOf(question);
    const standing = this.debts
      .spans(question.accountId)
      .where("from_at", "<=", start)
      .where("to_at", ">", start)
      .where("status", "=", "open");
    return told(standing, question, "balance_minor", 0);
  }

  private fell(question: Question) {
    return told(this.debts.becameOverdue(question), question, "balance_minor", 1).unionAll(
      told(this.debts.cameOverdue(question), question, "placed_minor", 1),
    );
  }
}

function told(debts: Debts, { period }: Question, amount: "balance_minor" | "placed_minor", fell: 0 | 1) {
  return debts
    .select(["debt_id", "debtor_id", "currency", "overdue_at", "due_date", "product", "instalment_minor", "credit_date", "placed_minor"])
    .select([
      since(period.start, "placed_on").as("since"),
      sql<number>`${sql.lit(fell)}`.as("fell"),
      sql<number>`${sql.ref(amount)}`.as("size"),
    ]);
}

import { Injectable } from "@nestjs/common";
import { sql } from "kysely";
import { Database } from "../../../platform/database/database.js";
import { DESK_ACT, type KpisTables } from "../kpis.tables.js";
import { PromiseMeasures } from "../measures/promise-measures.view.js";
import type { Question } from "../measures/domain/counted.js";
import { type CutSource, none, one, when } from "./cut-rows.port.js";

/** Promises whose last day lies in the period, by who took them. */
@Injectable()
export class PromiseCutSource implements CutSource {
  readonly measures = ["promises.due", "promises.kept", "promises.due.amount", "promises.paid.amount"] as const;
  readonly columns = {
    currency: { currency: sql.ref("t.currency") },
    agent: { agent: sql.ref("t.agent") },
  };
  readonly segmentsBy = "debtor_id";
  readonly inCurrency = true;
  readonly cases = {
    key: sql.ref("t.promise"),
    debt: none,
    day: sql.ref("t.due_date"),
    note: sql.ref("t.standing"),
    sortedBy: sql.ref("t.amount_minor"),
  };

  constructor(
    private readonly db: Database,
    private readonly promises: PromiseMeasures,
  ) {}

  rows(question: Question) {
    return this.db
      .typed<KpisTables>()
      .selectFrom(this.promises.due(question).selectAll().as("p"))
      .leftJoin(`${DESK_ACT} as a`, (join) =>
        join.onRef("a.subject", "=", "p.promise").on("a.account_id", "=", question.accountId).on("a.kind", "=", "promise"),
      )
      .selectAll("p")
      .select("a.agent");
  }

  sums() {
    return {
      "promises.due": one,
      "promises.kept": when(sql`${sql.ref("t.standing")} = 'kept'`),
      "promises.due.amount": sql.ref("t.amount_minor"),
      "promises.paid.amount": sql.ref("t.paid_minor"),
    };
  }
}

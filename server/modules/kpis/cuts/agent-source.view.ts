import { Injectable } from "@nestjs/common";
import { sql } from "kysely";
import { Database } from "../../../platform/database/database.js";
import type { KpisTables } from "../kpis.tables.js";
import type { Question } from "../measures/domain/counted.js";
import { DeskMeasures } from "../measures/work/desk-measures.view.js";
import { type CutSource, none, when } from "./cut-rows.port.js";

/** Days of agents and the accounts they worked on in them. */
@Injectable()
export class AgentCutSource implements CutSource {
  readonly measures = ["agents.days", "agents.accounts_worked"] as const;
  readonly columns = { agent: { agent: sql.ref("t.agent") } };
  readonly segmentsBy = null;
  readonly inCurrency = false;
  readonly cases = {
    key: sql`case when ${sql.ref("t.debtor_id")} is null then concat(${sql.ref("t.agent")}, ' ', ${sql.ref("t.day")})
      else concat(${sql.ref("t.agent")}, ' ', ${sql.ref("t.day")}, ' ', ${sql.ref("t.debtor_id")}) end`,
    debt: none,
    day: sql.ref("t.day"),
    note: none,
    sortedBy: null,
  };

  constructor(
    private readonly db: Database,
    private readonly desk: DeskMeasures,
  ) {}

  /** A row an agent and day, with the days, and one an agent, day and debtor, with the accounts. */
  rows(question: Question) {
    const days = this.desk.agentDays(question).select(["agent", "day", sql<number | null>`null`.as("debtor_id")]);
    const accounts = this.desk.accountsWorked(question).select(["agent", "day", "debtor_id"]);
    return this.db.typed<KpisTables>().selectFrom(days.unionAll(accounts).as("u")).selectAll();
  }

  sums() {
    const day = sql`${sql.ref("t.debtor_id")} is null`;
    return { "agents.days": when(day), "agents.accounts_worked": when(sql`${sql.ref("t.debtor_id")} is not null`) };
  }
}

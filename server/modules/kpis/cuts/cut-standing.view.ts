import { Injectable } from "@nestjs/common";
import { sql } from "kysely";
import { addDays } from "../../../shared/calendar.js";
import { invalid } from "../../../shared/errors.js";
import type { Instant } from "../../../shared/instant.js";
import type { StageId } from "../../../shared/stage.js";
import { localDate } from "../../../shared/zone.js";
import { edgesOf, type Question } from "../measures/domain/counted.js";
import { reportingPeriod } from "../metrics/domain/period.js";
import type { OwingDebtors } from "../projections/closings/owing-debtors.view.js";
import type { StageStanding } from "../projections/debts/portfolio-standing.view.js";
import { columnsOf, CutQuery } from "./cut-query.view.js";
import { DebtCutSource } from "./debt-source.view.js";
import type { CutFilter } from "./domain/cut-filter.js";
import { cutValue, type RawRow } from "./domain/cut-value.js";

/** What was owed and by whom at an instant, of debts of some values alone. */
@Injectable()
export class CutStanding {
  constructor(
    private readonly query: CutQuery,
    private readonly debts: DebtCutSource,
  ) {}

  /** @throws DomainError `figures.not_cut_by` where debts do not tell it */
  async of(
    accountId: number,
    zone: string,
    at: Instant,
    where: readonly CutFilter[],
  ): Promise<{ stages: StageStanding[]; debtors: OwingDebtors[] }> {
    const other = where.find(({ dimension }) => columnsOf(this.debts, dimension) === undefined);
    if (other) throw notToldOfDebts(other);
    const day = localDate(zone, at);
    const question = { accountId, period: reportingPeriod(zone, day, addDays(day, 1)), asOf: at };
    let rows = this.query.rows(this.debts, question, false);
    for (const condition of await this.query.conditions(this.debts, question, where)) rows = rows.where(condition);
    return { stages: await this.stages(rows), debtors: await this.debtors(rows, question) };
  }

  private async stages(rows: ReturnType<CutQuery["rows"]>): Promise<StageStanding[]> {
    const { due, day } = this.debts.columns.stage;
    const found = await rows
      .select([
        sql<string>`${sql.ref("t.currency")}`.as("currency"),
        sql<string>`${due}`.as("due"),
        sql<string>`${day}`.as("day"),
        sql<number | string>`count(*)`.as("debts"),
        sql<number | string>`sum(${sql.ref("t.balance_minor")})`.as("balance"),
      ])
      .groupBy([sql`${sql.ref("t.currency")}`, sql`${due}`, sql`${day}`])
      .execute();
    const parts = Map.groupBy(found, (row) => `${row.currency} ${cutValue("stage", row as RawRow)}`);
    return [...parts].map(([key, own]) => ({
      currency: key.slice(0, 3),
      stage: key.slice(4) as StageId,
      debts: own.reduce((total, row) => total + Number(row.debts), 0),
      balanceMinor: own.reduce((total, row) => total + Number(row.balance), 0),
    }));
  }

  private async debtors(rows: ReturnType<CutQuery["rows"]>, question: Question): Promise<OwingDebtors[]> {
    const debtor = sql.ref("t.debtor_id");
    const { end } = edgesOf(question);
    const found = await rows
      .select([
        sql<string>`${sql.ref("t.currency")}`.as("currency"),
        sql<number | string>`count(distinct ${debtor})`.as("debtors"),
        sql<number | string>`count(distinct case when ${sql.ref("t.overdue_at")} <= ${end} then ${debtor} end)`.as("overdue"),
      ])
      .groupBy(sql`${sql.ref("t.currency")}`)
      .execute();
    return found.map(({ currency, debtors, overdue }) => ({ currency, debtors: Number(debtors), overdue: Number(overdue) }));
  }
}

function notToldOfDebts({ dimension }: CutFilter) {
  const remedy = "Take this filter away: debts do not tell it.";
  return invalid("figures.not_cut_by", "What is owed cannot be cut like this.", { field: "where", remedy, params: { id: "", dimension } });
}

import { Injectable } from "@nestjs/common";
import { daysBetween } from "../../../shared/calendar.js";
import { localDate } from "../../../shared/zone.js";
import { Database } from "../../../platform/database/database.js";
import { DEBT_SPAN, type KpisTables } from "../kpis.tables.js";
import { SETTLED_HOW } from "../projections/debts/domain/debt-history.js";
import { casesIn, type Tally } from "../metrics/domain/arithmetic/tally.js";
import { RECOVERY_TIME_MEDIAN, RECOVERY_TIME_SURVIVAL } from "../metrics/domain/definitions/recovery/recovery-time.js";
import { medianFigure, survivalFigure } from "../metrics/domain/evaluate-by-method.js";
import { type Counted, type Counter, edgesOf, type Question } from "./domain/counted.js";
import type { FigureMethod, FiguresById } from "./domain/figures-by-id.js";

/** Days from due to regularised, by the calendar of the account's zone: how many debts took how many. */
@Injectable()
export class RecoveryTimes implements Counter, FigureMethod {
  readonly measures = ["debts.regularised", "debts.days_to_regularise"] as const;
  readonly ids = [RECOVERY_TIME_MEDIAN.id, RECOVERY_TIME_SURVIVAL.id];

  constructor(private readonly db: Database) {}

  async count(question: Question): Promise<Counted> {
    const closed = await this.closed(question);
    const days = closed.reduce((sum, { value, count }) => sum + value * count, 0);
    return { all: { "debts.regularised": casesIn(closed), "debts.days_to_regularise": days }, currencies: new Map(), inEach: [] };
  }

  async figures(question: Question): Promise<FiguresById> {
    const closed = await this.closed(question);
    return new Map([
      [RECOVERY_TIME_MEDIAN.id, [medianFigure(closed)]],
      [RECOVERY_TIME_SURVIVAL.id, [survivalFigure(closed, await this.open(question))]],
    ]);
  }

  private async closed(question: Question): Promise<Tally[]> {
    const rows = await this.regularised(question)
      .select(({ fn }) => ["due_date", "closed_on", fn.countAll<number>().as("debts")])
      .groupBy(["due_date", "closed_on"])
      .execute();
    return rows.flatMap(({ due_date: due, closed_on: closedOn, debts }) =>
      closedOn === null ? [] : [{ value: daysBetween(due, closedOn), count: Number(debts) }],
    );
  }

  private async open(question: Question): Promise<Tally[]> {
    const { end } = edgesOf(question);
    const day = localDate(question.period.zone, end);
    const rows = await this.stillOpen(question)
      .select(({ fn }) => ["due_date", fn.countAll<number>().as("debts")])
      .groupBy("due_date")
      .execute();
    return rows.map(({ due_date: due, debts }) => ({ value: daysBetween(due, day), count: Number(debts) }));
  }

  /** Debts that had been overdue and were put right in the period. */
  regularised(question: Question) {
    const { start, end } = edgesOf(question);
    return this.known(question.accountId, end)
      .where("closed_at", ">=", start)
      .where("closed_at", "<", end)
      .where("closed_how", "in", SETTLED_HOW)
      .whereRef("closed_at", ">=", "overdue_at");
  }

  /** Debts that were overdue and open at the end. */
  stillOpen(question: Question) {
    const { end } = edgesOf(question);
    return this.known(question.accountId, end).where("status", "=", "open").where("overdue_at", "<=", end);
  }

  private known(accountId: number, at: number) {
    return this.db
      .typed<KpisTables>()
      .selectFrom(DEBT_SPAN)
      .where("account_id", "=", accountId)
      .where("from_at", "<=", at)
      .where("to_at", ">", at);
  }
}

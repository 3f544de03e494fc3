import { Injectable } from "@nestjs/common";
import { type AliasableExpression, type Expression, expressionBuilder, sql } from "kysely";
import { addDays, type CalendarDate } from "../../../../shared/calendar.js";
import type { Instant } from "../../../../shared/instant.js";
import type { Currency } from "../../../../shared/money.js";
import type { StageId } from "../../../../shared/stage.js";
import { Database } from "../../../../platform/database/database.js";
import { DEFAULT_BANDS } from "../../../portfolio/rules.js";
import { DEBT_SPAN, type KpisTables } from "../../kpis.tables.js";
import type { StageStanding } from "../debts/portfolio-standing.view.js";

/** Open debts of one currency and due date. */
export interface DueStanding {
  readonly currency: Currency;
  readonly dueDate: CalendarDate;
  readonly debts: number;
  readonly balanceMinor: number;
}

type Spans = ReturnType<OpenDebts["standing"]>;

/** What the spans themselves say of open debts: of all that stood at an instant, or of what changed between two. */
@Injectable()
export class OpenDebts {
  constructor(private readonly db: Database) {}

  /** @param day by which debts are as old as they are */
  async owedAt(accountId: number, at: Instant, day: CalendarDate): Promise<StageStanding[]> {
    return staged(await this.byStage(this.standing(accountId, at), day, 1).execute());
  }

  /** What is there more at `end` than at `start`; less is negative. A currency and stage may have two rows. */
  async owedMore(accountId: number, start: Instant, end: Instant, day: CalendarDate): Promise<StageStanding[]> {
    const begun = this.byStage(this.begun(accountId, start, end), day, 1);
    return staged(await begun.unionAll(this.byStage(this.ended(accountId, start, end), day, -1)).execute());
  }

  /** What stood at an instant, of these due dates. */
  async owedDue(accountId: number, at: Instant, dueDates: readonly CalendarDate[]): Promise<DueStanding[]> {
    const rows = await this.standing(accountId, at)
      .select(({ fn }) => ["currency", "due_date", fn.countAll<number>().as("debts"), fn.sum<number | string>("balance_minor").as("minor")])
      .where("due_date", "in", dueDates)
      .groupBy(["currency", "due_date"])
      .execute();
    return rows.map(({ currency, due_date: dueDate, debts, minor }) => ({
      currency,
      dueDate,
      debts: Number(debts),
      balanceMinor: Number(minor),
    }));
  }

  /** What fell overdue in `[start, end)`, as it stood then. */
  async fell(accountId: number, start: Instant, end: Instant): Promise<{ currency: Currency; total: number }[]> {
    const rows = await this.spans(accountId)
      .select(({ fn }) => ["currency", fn.sum<number | string>("balance_minor").as("total")])
      .where("overdue_at", ">=", start)
      .where("overdue_at", "<", end)
      .whereRef("from_at", "<=", "overdue_at")
      .whereRef("to_at", ">", "overdue_at")
      .groupBy("currency")
      .execute();
    return rows.map(({ currency, total }) => ({ currency, total: Number(total) }));
  }

  /** When the first debt began; null where there is none. */
  async first(accountId: number): Promise<Instant | null> {
    const row = await this.db
      .typed<KpisTables>()
      .selectFrom(DEBT_SPAN)
      .select("from_at")
      .where("account_id", "=", accountId)
      .orderBy("from_at")
      .limit(1)
      .executeTakeFirst();
    return row?.from_at ?? null;
  }

  private byStage(spans: Spans, day: CalendarDate, sign: 1 | -1) {
    return spans
      .select((is) => [
        "currency",
        stageAt(is.ref("due_date"), day).as("stage"),
        sql.lit(sign).as("sign"),
        is.fn.countAll<number>().as("debts"),
        is.fn.sum<number | string>("balance_minor").as("minor"),
      ])
      .groupBy(["currency", "stage"]);
  }

  /** Spans that were not there at `start` and began by `end`. */
  begun(accountId: number, start: Instant, end: Instant) {
    return this.spans(accountId).where("from_at", ">", start).where("from_at", "<=", end);
  }

  ended(accountId: number, start: Instant, end: Instant) {
    return this.spans(accountId).where("to_at", ">", start).where("to_at", "<=", end);
  }

  standing(accountId: number, at: Instant) {
    return this.spans(accountId).where("from_at", "<=", at).where("to_at", ">", at);
  }

  private spans(accountId: number) {
    return this.db.typed<KpisTables>().selectFrom(DEBT_SPAN).where("account_id", "=", accountId).where("status", "=", "open");
  }
}

function staged(
  rows: readonly {
    readonly currency: Currency;
    readonly stage: StageId | null;
    readonly sign: 1 | -1;
    readonly debts: number | string;
    readonly minor: number | string;
  }[],
): StageStanding[] {
  return rows.flatMap(({ currency, stage, sign, debts, minor }) =>
    stage === null ? [] : [{ currency, stage, debts: Number(sign) * Number(debts), balanceMinor: Number(sign) * Number(minor) }],
  );
}

/** The stage of what fell due then; null where there is no due date. */
export function stageAt(due: Expression<CalendarDate | null>, day: CalendarDate): AliasableExpression<StageId | null> {
  const is = expressionBuilder<object>();
  const [youngest, ...older] = DEFAULT_BANDS;
  let stages = is
    .case()
    .when(due, "is", null)
    .then(sql<StageId | null>`null`);
  for (const { id, from } of older.toReversed()) stages = stages.when(due, "<=", addDays(day, -from)).then(sql.lit(id));
  return stages.else(sql.lit(youngest!.id)).end();
}

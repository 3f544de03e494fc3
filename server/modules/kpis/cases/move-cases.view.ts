import { Injectable } from "@nestjs/common";
import { type AliasableExpression, type ExpressionBuilder, sql } from "kysely";
import { Database } from "../../../platform/database/database.js";
import type { CalendarDate } from "../../../shared/calendar.js";
import { type StageId, STAGES } from "../../../shared/stage.js";
import type { KpisTables } from "../kpis.tables.js";
import { lastWholeDay, READINGS } from "../measures/cohorts/cohort-figures.reader.js";
import { datedEdgesOf } from "../measures/domain/counted.js";
import { Cohorts } from "../measures/cohorts/cohorts.view.js";
import { AccountMoves } from "../projections/moves/account-moves.view.js";
import { addDays } from "../../../shared/calendar.js";
import type { CaseLine, CaseLister, CasesAsked } from "./case-lister.port.js";

/** An account as it moved. */
interface Moved {
  readonly stage_from: StageId | null;
  readonly stage_to: StageId | null;
  readonly ending: "paid" | "written_off" | "closed";
  readonly was: number;
  readonly kept: number;
  readonly by_payment: number;
  readonly by_write_off: number;
}
type MovedTable = {
  readonly moved: Moved & { readonly debtor_id: number; readonly due_before: CalendarDate | null; readonly currency: string };
};

/** Accounts behind the roll matrix, and placed debts behind a cohort. */
@Injectable()
export class MoveCases implements CaseLister {
  readonly natures = {
    "stage.opening.balance": "debtor",
    "stage.opening.accounts": "debtor",
    "stage.worse.balance": "debtor",
    "stage.worse.accounts": "debtor",
    "stage.moved.balance": "debtor",
    "stage.moved.accounts": "debtor",
    "cohort.placed": "debt",
    "cohort.collected": "debt",
  } as const;

  constructor(
    private readonly db: Database,
    private readonly moves: AccountMoves,
    private readonly cohorts: Cohorts,
  ) {}

  lines(asked: CasesAsked): AliasableExpression<CaseLine> {
    return asked.measure.startsWith("cohort.") ? this.cohort(asked) : this.accounts(asked);
  }

  private accounts({ question, measure, currency, stage, column }: CasesAsked): AliasableExpression<CaseLine> {
    const counts = measure.endsWith(".accounts");
    const { start, end } = datedEdgesOf(question);
    const [, part] = measure.split(".");
    const moved = this.db
      .typed<KpisTables>()
      .selectFrom(this.moves.each(question.accountId, start, end).as("moved"))
      .where("stage_from", "is not", null)
      .where((is) =>
        is.and([...(currency === null ? [] : [is("currency", "=", currency)]), ...(stage === null ? [] : [is("stage_from", "=", stage)])]),
      );
    const there = moved.where((is) => {
      const all: MovedExpressions = is;
      if (part === "worse") return all.or(STAGES.map((from, place) => all.and([all("stage_from", "=", from), olderThan(all, place)])));
      if (part === "opening" || column === null) return all.lit(true);
      return inColumn(all, column, counts);
    });
    return there.select((is) => {
      const all: MovedExpressions = is;
      const amount =
        part === "opening" || (column === null && part === "moved")
          ? all.ref("was")
          : part === "worse"
            ? all.ref("kept")
            : partOf(all, column);
      return [
        sql<number | string>`${is.fn("concat", ["debtor_id", sql.lit(" "), "currency"])}`.as("case_key"),
        is.ref("debtor_id").$castTo<number | null>().as("debtor_id"),
        none<number>().as("debt_id"),
        is.ref("due_before").$castTo<CalendarDate | null>().as("day"),
        none<CalendarDate>().as("until"),
        is.ref("stage_to").$castTo<string | null>().as("note"),
        counts ? sql<number | string | null>`1`.as("size") : sql<number | string | null>`${amount}`.as("size"),
        is.ref("was").$castTo<number | string>().as("sorted_by"),
      ];
    });
  }

  private cohort({ question, metric, measure, currency }: CasesAsked): AliasableExpression<CaseLine> {
    const { accountId, period, asOf } = question;
    const { day } = READINGS.find((reading) => reading.metric.id === metric.id)!;
    const asked = { accountId, placedFrom: period.start, placedBefore: period.end, asOf };
    const oldest = addDays(lastWholeDay(period.zone, asOf), -day);
    const all = this.db.typed<KpisTables>().selectFrom(this.cohorts.broughtBy(asked, day).as("debts")).where("placed_on", "<=", oldest);
    const own = currency === null ? all : all.where("currency", "=", currency);
    return own.select((is) => {
      const brought = is.case().when("brought", "<", is.ref("placed_minor")).then(is.ref("brought")).else(is.ref("placed_minor")).end();
      const size = measure === "cohort.placed" ? is.ref("placed_minor") : brought;
      return [
        is.ref("debt_id").$castTo<number | string>().as("case_key"),
        is.ref("debtor_id").$castTo<number | null>().as("debtor_id"),
        is.ref("debt_id").$castTo<number | null>().as("debt_id"),
        is.ref("placed_on").$castTo<CalendarDate | null>().as("day"),
        none<CalendarDate>().as("until"),
        none<string>().as("note"),
        size.$castTo<number | string | null>().as("size"),
        size.$castTo<number | string>().as("sorted_by"),
      ];
    });
  }
}

type MovedExpressions = ExpressionBuilder<MovedTable, "moved">;

function olderThan(is: MovedExpressions, place: number) {
  const older = STAGES.slice(place + 1);
  return older.length === 0 ? is.lit(false) : is("stage_to", "in", older);
}

function inColumn(is: MovedExpressions, column: NonNullable<CasesAsked["column"]>, counts: boolean) {
  const stage = STAGES.find((one) => one === column);
  if (stage !== undefined) return is("stage_to", "=", stage);
  if (!counts) return is(partOf(is, column), ">", 0);
  return is.and([is("stage_to", "is", null), is("ending", "=", column as "paid")]);
}

/** Of what was owed, the part that stands in a column. */
function partOf(is: MovedExpressions, column: CasesAsked["column"]) {
  if (column === "paid") return is.ref("by_payment");
  if (column === "written_off") return is.ref("by_write_off");
  if (column === "closed") return sql<number>`${is.ref("was")} - ${is.ref("kept")} - ${is.ref("by_payment")} - ${is.ref("by_write_off")}`;
  return is.ref("kept");
}

const none = <T>() => sql<T | null>`null`;

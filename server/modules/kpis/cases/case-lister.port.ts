import type { AliasableExpression } from "kysely";
import type { CalendarDate } from "../../../shared/calendar.js";
import type { Currency } from "../../../shared/money.js";
import type { StageId } from "../../../shared/stage.js";
import type { Question } from "../measures/domain/counted.js";
import type { RollColumn } from "../metrics/domain/cases/roll-moves.js";
import type { Measure } from "../metrics/domain/measure.js";
import type { Metric } from "../metrics/domain/metric.js";

/** What a case is, and so what its key names: a row of a debt, an account or debtor, a record of money, a promise, an attempt, a refusal, a debtor's question, something that was done, a day of an agent. */
export const CASE_NATURES = ["debt", "debtor", "payment", "promise", "attempt", "denial", "inquiry", "activity", "agent_day"] as const;
export type CaseNature = (typeof CASE_NATURES)[number];

/** A case as a statement gives it. Those of one measure add up to it, to the last unit. */
export interface CaseLine {
  readonly case_key: number | string;
  readonly debtor_id: number | null;
  readonly debt_id: number | null;
  /** Due date, value date, day of the attempt. */
  readonly day: CalendarDate | null;
  /** Where what is counted are days: they go from `day` to here, and `size` is null. */
  readonly until: CalendarDate | null;
  /** Standing, template, rule, public id of the payment: as its nature says. */
  readonly note: string | null;
  /** What it adds to the measure; MySQL gives sums as text. */
  readonly size: number | string | null;
  /** Most first: an amount where there is one, never an age. */
  readonly sorted_by: number | string;
}

export interface CasesAsked {
  readonly question: Question;
  readonly metric: Metric;
  readonly measure: Measure;
  /** Null: in whatever currency, for what is no amount. */
  readonly currency: Currency | null;
  /** Of the roll matrix: the row and column, where not all are meant. */
  readonly stage: StageId | null;
  readonly column: RollColumn | null;
}

/** Somebody who lists what is behind some of the measures, by the same rule by which it was counted. */
export interface CaseLister {
  readonly natures: Readonly<Partial<Record<Measure, CaseNature>>>;
  lines(asked: CasesAsked): AliasableExpression<CaseLine>;
}

import { type AliasableExpression, type RawBuilder, sql } from "kysely";
import type { CalendarDate } from "../../../shared/calendar.js";
import type { Question } from "../measures/domain/counted.js";
import type { Measure } from "../metrics/domain/measure.js";
import type { Dimension } from "../metrics/domain/metric.js";

/** What a cut may ask of rows that stand under the alias `t`: of the debtor as he is known now (`d`), and of segments (`m`, `g`). */
export interface CutSource {
  readonly measures: readonly Measure[];
  /** By dimension the columns that tell it, by their names in `cutValue`. Those of the debtor are added. */
  readonly columns: Readonly<Partial<Record<Dimension, Readonly<Record<string, RawBuilder<unknown>>>>>>;
  /** The column by which rows are in segments; null where they are not. */
  readonly segmentsBy: "debt_id" | "debtor_id" | null;
  /** Whether amounts stand in a column `currency`. */
  readonly inCurrency: boolean;
  rows(question: Question): AliasableExpression<{ readonly debtor_id: number | null }>;
  /** What each row adds to each measure. */
  sums(question: Question): Readonly<Partial<Record<Measure, RawBuilder<unknown>>>>;
  /** What of its rows is one case, as the page of cases lists it. */
  readonly cases: CaseColumns;
}

/** Columns of a case: its key, which is that of the list without filters, and what is told of it. */
export interface CaseColumns {
  readonly key: RawBuilder<unknown>;
  readonly debt: RawBuilder<unknown>;
  readonly day: RawBuilder<unknown>;
  readonly note: RawBuilder<unknown>;
  /** By which cases are put in order, most first; null: by what they add to the measure. */
  readonly sortedBy: RawBuilder<unknown> | null;
}

/** Of the debtor, as known now: the journal names nobody. */
export const DEBTOR_COLUMNS: CutSource["columns"] = {
  customer_type: { customer_type: sql.ref("d.kind") },
  employment: { employment: sql.ref("d.employment") },
  language: { language: sql.ref("d.language") },
  country: { country: sql.ref("d.country") },
  state: { country: sql.ref("d.country"), state: sql.ref("d.subdivision") },
  segment: { segment: sql.ref("g.segment_key") },
};

/** Counts 1 where it holds. */
export const when = (condition: RawBuilder<unknown>) => sql`case when ${condition} then 1 else 0 end`;
export const one = sql`1`;
export const none = sql`null`;

/**
 * Of what is recovered in a period: each debt as it was when the period began, or when it came into it. What fell overdue since is of the first
 * stage, so that what came in and what it is a share of are of the same part. Rows bring these columns under these names; `since` as below.
 */
export const WHAT_THE_DEBT_WAS: CutSource["columns"] = {
  currency: { currency: sql.ref("t.currency") },
  stage: { due: sql.ref("t.due_date"), day: sql.ref("t.since"), fell: sql.ref("t.fell") },
  product: { product: sql.ref("t.product") },
  instalment_band: { instalment_band: sql`length(${sql.ref("t.instalment_minor")})` },
  credit_duration: { credit: sql.ref("t.credit_date"), day: sql.ref("t.since") },
  amount_band: { amount_band: sql`length(${sql.ref("t.placed_minor")})` },
};

/** The first day of the period on which the debt was in collection. */
export function since(start: CalendarDate, placedOn: string): RawBuilder<CalendarDate> {
  return sql<CalendarDate>`case when ${sql.ref(placedOn)} > ${start} then ${sql.ref(placedOn)} else ${start} end`;
}

import { type AliasableExpression, type RawBuilder, sql } from "kysely";
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

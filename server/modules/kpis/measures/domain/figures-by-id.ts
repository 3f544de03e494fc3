import type { MetricValue } from "../../metrics/domain/metric-value.js";
import type { Question } from "./counted.js";

/** Figures by the id of their metric: one a currency where they are made of amounts. */
export type FiguresById = ReadonlyMap<string, readonly MetricValue[]>;

/** Somebody who makes figures that are no quotient of what was counted, or of which several share their measures. */
export interface FigureMethod {
  /** Of the metrics. */
  readonly ids: readonly string[];
  figures(question: Question): Promise<FiguresById>;
}

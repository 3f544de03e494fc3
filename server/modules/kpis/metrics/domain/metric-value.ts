import type { Currency } from "../../../../shared/money.js";
import type { Fraction } from "./arithmetic/fraction.js";
import type { Measure } from "./measure.js";
import type { RollPart } from "./cases/roll-moves.js";
import type { Pending } from "./metric.js";

/** Why there is none. `nothing_below`: nothing to measure against. `not_recorded`: a measure is missing. `too_young`: nothing is old enough yet. `stage_unseen`: something is owed in a stage of which it is not known how it moves. `rate_missing`: a day without a rate. `cost_missing`: a kind of cost is not entered. */
export type NoDataReason =
  | "nothing_below"
  | "nothing_closed"
  | "not_recorded"
  | "half_not_reached"
  | "older_than_sales"
  | "never_ends"
  | "stage_unseen"
  | "too_young"
  | "rate_missing"
  | "cost_missing"
  | Pending;

/** A figure, or the reason that it has none: never 0 and never 100 % instead. */
export type MetricValue =
  | {
      readonly state: "value";
      /** Exact: a share of 1 (not per cent), days, minor units, milliseconds. */
      readonly value: Fraction;
      /** Above and below the line as they were added up, in minor units where they are money. */
      readonly numerator: bigint;
      readonly denominator: bigint;
      /** How many cases stand behind it. */
      readonly n: number;
      readonly currency?: Currency;
      /** Of a figure that has several: which one it is. */
      readonly part?: RollPart;
    }
  | {
      readonly state: "no_data";
      readonly reason: NoDataReason;
      readonly missing?: Measure;
      readonly numerator?: bigint;
      readonly currency?: Currency;
    }
  | { readonly state: "not_applicable"; readonly reason: "no_sales"; readonly instead: string };

import type { Edge } from "./edge.js";
import { isMoney, type Measure } from "./measure.js";

export const FAMILIES = ["portfolio", "recovery", "promises", "contact", "work", "quality", "money"] as const;
export type Family = (typeof FAMILIES)[number];

/** What the figure is shown in. `duration`: working time in milliseconds. `multiple`: so many times. */
export const METRIC_UNITS = ["percent", "days", "money", "count", "duration", "points", "multiple"] as const;
export type MetricUnit = (typeof METRIC_UNITS)[number];

export const DIMENSIONS = [
  "customer_type",
  "stage",
  "currency",
  "product",
  "employment",
  "instalment_band",
  "credit_duration",
  "amount_band",
  "language",
  "country",
  "state",
  "segment",
  "cadence",
  "template",
  "channel",
  "agent",
  "hour",
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** What stands behind a figure when it is opened. */
export const CASE_KINDS = [
  "debts",
  "accounts",
  "payments",
  "cohorts",
  "promises",
  "agreements",
  "attempts",
  "inquiries",
  "activities",
  "agent_days",
  "escalations",
  "cases",
  "messages",
  "surveys",
  "costs",
] as const;
export type CaseKind = (typeof CASE_KINDS)[number];

/** Why a figure has no facts yet: what would have to be recorded first. */
export const PENDINGS = [
  "calls",
  "issues",
  "escalation_needs",
  "reviews",
  "surveys",
  "after_closing",
  "experiments",
  "complaints",
  "plans",
  "conversation_times",
] as const;
export type Pending = (typeof PENDINGS)[number];

/** Whose number an objective is, until the account sets its own. */
export const OBJECTIVE_SOURCES = ["whatsapp_guide"] as const;
/** For which part of the portfolio a band holds, where not for all of it. */
export const OBJECTIVE_PARTS = ["person", "company", "whatsapp", "call", "email"] as const;

/** An accepted range in the figure's own unit (per cent, days, hours of a duration), both ends included; `null`: no end. */
export interface ObjectiveBand {
  readonly from: number | null;
  readonly to: number | null;
  /** Beyond this, on the bad side, somebody has to look at once. */
  readonly attention?: number;
  readonly of?: (typeof OBJECTIVE_PARTS)[number];
  readonly source: (typeof OBJECTIVE_SOURCES)[number];
}

/** A measure that is added, taken off, or spread over the months of the period first. */
export type Term = Measure | `-${Measure}` | `${Measure}/months`;

/**
 * How the measures become the figure. `quotient`: what is above the line by what is below it, each a sum. `total`: what is above, alone.
 * `median`, `survival`, `countback`, `matrix`, `forecast`, `peak`: as the functions of these names in `arithmetic/` say.
 */
export type Method = "quotient" | "total" | "median" | "survival" | "countback" | "matrix" | "forecast" | "peak";

/** A measure's figure in a worked example: one number, one a case, or one a row and column. Amounts in whole units of no currency. */
export type ExampleFigure = number | readonly number[] | readonly (readonly number[])[];

/** A case computed on paper. It is the test too, and never changes with the account. */
export interface WorkedExample {
  readonly values: Readonly<Partial<Record<Measure, ExampleFigure>>>;
  readonly days?: number;
  readonly months?: number;
  /** As it is printed, with its digits: per cent, days, units of money, milliseconds. */
  readonly result: string;
}

export interface Metric {
  /** Stable; the name in the API, in addresses and in files. */
  readonly id: string;
  /** The number the field's lists give it; `null` for a plain total that has none. */
  readonly number: string | null;
  /** Readings of one thing share it and are shown side by side, never mixed. */
  readonly figure: string;
  readonly family: Family;
  readonly unit: MetricUnit;
  readonly better: "up" | "down" | "band";
  readonly method: Method;
  readonly numerator: readonly Term[];
  readonly denominator: readonly Term[] | null;
  /** The quotient is multiplied by the days of the period. */
  readonly timesDays: boolean;
  readonly edges: readonly Edge[];
  readonly objectives: readonly ObjectiveBand[];
  readonly dimensions: readonly Dimension[];
  readonly cases: CaseKind;
  readonly pending: Pending | null;
  /** The metric that is offered where this one does not apply. */
  readonly instead: string | null;
  readonly example: WorkedExample;
}

type Given = Pick<Metric, "id" | "number" | "family" | "unit" | "better" | "numerator" | "edges" | "dimensions" | "cases" | "example"> &
  Partial<Metric>;

/** One entry of the registry, with what goes without saying: a quotient where there is something below the line, else a total. */
export function metric(given: Given): Metric {
  const denominator = given.denominator ?? null;
  return {
    figure: given.id,
    method: denominator === null ? "total" : "quotient",
    timesDays: false,
    objectives: [],
    pending: null,
    instead: null,
    ...given,
    denominator,
  };
}

/** The measure a term is about. */
export function measureOf(term: Term): Measure {
  return term.replace(/^-|\/months$/g, "") as Measure;
}

export function measuresOf({ numerator, denominator }: Pick<Metric, "numerator" | "denominator">): Measure[] {
  return [...new Set([...numerator, ...(denominator ?? [])].map(measureOf))];
}

/** Whether it is made of amounts, and so stands in one currency at a time. */
export function isPerCurrency(definition: Pick<Metric, "numerator" | "denominator">): boolean {
  return measuresOf(definition).some(isMoney);
}

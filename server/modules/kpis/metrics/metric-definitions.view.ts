import { Injectable } from "@nestjs/common";
import type { MetricDefinition, MetricFigure, MetricsView, MetricTerm } from "../../../contract/kpis.contract.js";
import { Words } from "../../../platform/words/words.js";
import type { Locale } from "../../../shared/locale.js";
import { EDGES } from "./domain/edge.js";
import { exampleLines } from "./domain/example-lines.js";
import { toIso } from "../../../shared/instant.js";
import type { ObjectiveView } from "../../../contract/kpis/objectives.contract.js";
import { type ObjectiveInForce, objectivesInForce, type OwnObjectives } from "../objectives/domain/objective.js";
import { type Measure, MEASURES } from "./domain/measure.js";
import { FAMILIES, isPerCurrency, measureOf, type Metric, type Term } from "./domain/metric.js";
import { metricOf, METRICS } from "./domain/registry.js";

/** How every figure is made, in the reader's language; no figure itself. */
@Injectable()
export class MetricDefinitionsPage {
  constructor(private readonly words: Words) {}

  /** @param own what the account set for itself */
  show(locale: Locale, own: OwnObjectives = new Map()): MetricsView {
    const say = this.sayIn(locale);
    return {
      families: FAMILIES.map((key) => ({ key, name: say("metric_families", key) })),
      figures: [...Map.groupBy(METRICS, ({ figure }) => figure)].map(([key, metrics]): MetricFigure => {
        const [first] = metrics as [Metric];
        const name = metrics.length === 1 ? say("metrics", `${first.id}.name`) : say("metric_figures", key);
        const example = this.words.say("metric_examples", key, locale);
        return { key, name, family: first.family, example, metrics: metrics.map((metric) => definition(metric, own, say)) };
      }),
      measures: Object.entries(MEASURES).map(([key, { unit, by }]) => ({
        key,
        name: say("measures", `${key}.name`),
        text: say("measures", `${key}.text`),
        unit,
        by,
      })),
    };
  }

  objectives(inForce: readonly ObjectiveInForce[], locale: Locale): ObjectiveView[] {
    return inForce.map((objective) => objectiveView(objective, this.sayIn(locale)));
  }

  private sayIn(locale: Locale): Say {
    return (group, key) => this.words.say(group, key, locale) ?? key;
  }
}

type Say = (group: string, key: string) => string;

function definition(metric: Metric, own: OwnObjectives, say: Say): MetricDefinition {
  const { id, number, unit, better, method, timesDays, pending, numerator, denominator, example } = metric;
  const term = (entry: Term): MetricTerm => ({
    sign: entry.startsWith("-") ? "minus" : "plus",
    measure: measureOf(entry),
    name: say("measures", `${measureOf(entry)}.name`),
    overMonths: entry.endsWith("/months"),
  });
  return {
    id,
    number,
    name: say("metrics", `${id}.name`),
    text: say("metrics", `${id}.text`),
    unit,
    better,
    method,
    timesDays,
    numerator: numerator.map(term),
    denominator: denominator?.map(term) ?? null,
    perCurrency: isPerCurrency(metric),
    edges: metric.edges.map((code) => ({
      code,
      does: EDGES[code],
      when: say("metric_edges", `${code}.when`),
      outcome: say("metric_edges", `${code}.then`),
    })),
    objectives: objectivesInForce(metric, own).map((objective) => objectiveView(objective, say)),
    dimensions: metric.dimensions.map((code) => ({ code, name: say("metric_dimensions", code) })),
    cases: say("metric_behind", metric.cases),
    pending: pending && { code: pending, text: say("metric_pending", pending) },
    instead: insteadOf(metric, say),
    example: {
      rows: Object.entries(example.values).map(([measure, figures]) => ({
        measure,
        name: say("measures", `${measure}.name`),
        unit: MEASURES[measure as Measure].unit,
        figures: mutable(figures),
      })),
      days: example.days ?? null,
      months: example.months ?? null,
      ...exampleLines(metric),
      result: example.result,
    },
  };
}

function objectiveView({ from, to, attention, of, source, own, published }: ObjectiveInForce, say: Say): ObjectiveView {
  return {
    from,
    to,
    attention,
    of: of === null ? null : say("metric_parts", of),
    part: of,
    source: say("metric_sources", source ?? "own"),
    own: own && { setAt: toIso(own.setAt), setBy: own.setBy },
    published: published && {
      from: published.from,
      to: published.to,
      attention: published.attention ?? null,
      source: say("metric_sources", published.source),
    },
  };
}

/** A reading of the same figure by its own name, another figure by that of all its readings. */
function insteadOf({ instead, figure }: Metric, say: Say): MetricDefinition["instead"] {
  const other = instead === null ? undefined : metricOf(instead);
  if (!other) return null;
  return { id: other.id, name: other.figure === figure ? say("metrics", `${other.id}.name`) : say("metric_figures", other.figure) };
}

type ExampleFigures = MetricDefinition["example"]["rows"][number]["figures"];

/** The contract's arrays are the caller's own. */
function mutable(figures: Metric["example"]["values"][Measure]): ExampleFigures {
  return structuredClone(figures) as ExampleFigures;
}

import { Injectable } from "@nestjs/common";
import type { BenchmarksView } from "../../../contract/kpis/benchmarks.contract.js";
import { Words } from "../../../platform/words/words.js";
import { toIso } from "../../../shared/instant.js";
import type { Locale } from "../../../shared/locale.js";
import { Figures } from "../measures/figures.reader.js";
import { ReportingPeriods } from "../measures/reporting-periods.reader.js";
import type { Metric } from "../metrics/domain/metric.js";
import type { MetricValue } from "../metrics/domain/metric-value.js";
import { metricOf } from "../metrics/domain/registry.js";
import { gapOf } from "../objectives/domain/gap.js";
import { Benchmarks } from "./benchmarks.service.js";
import type { Benchmark, BenchmarkInForce } from "./domain/benchmark.js";

/** What others reach, and how this month stands to it. */
@Injectable()
export class BenchmarksPage {
  constructor(
    private readonly benchmarks: Benchmarks,
    private readonly periods: ReportingPeriods,
    private readonly figures: Figures,
    private readonly words: Words,
  ) {}

  async show(accountId: number, lang: Locale): Promise<BenchmarksView> {
    const inForce = await this.benchmarks.inForce(accountId);
    const { question, first, last } = await this.periods.of(accountId, {});
    const metrics = [...new Set(inForce.map(({ metric }) => metric))].flatMap((id) => metricOf(id) ?? []);
    const figures = await this.figures.of(question, metrics);
    const valuesOf = new Map(figures.map(({ metric, values }) => [metric.id, values]));
    return {
      from: first,
      to: last,
      items: inForce.map((benchmark) => this.shown(benchmark, valuesOf.get(benchmark.metric) ?? [], lang)),
    };
  }

  private shown(benchmark: BenchmarkInForce, values: readonly MetricValue[], lang: Locale): BenchmarksView["items"][number] {
    const { key, metric, from, to, dated, own, published } = benchmark;
    return {
      key,
      metric,
      from,
      to,
      of: this.partOf(benchmark, lang),
      source: this.sourceOf(benchmark, lang),
      dated,
      hidden: own?.hidden ?? false,
      own: own && { setAt: toIso(own.setAt), setBy: own.setBy },
      published: published && { from: published.from, to: published.to, source: this.sourceOf(published, lang), dated: published.dated },
      gaps: gaps(metricOf(metric), benchmark, values),
    };
  }

  private partOf({ part, label }: Benchmark, lang: Locale): string | null {
    if (label !== null) return label;
    if (part === null) return null;
    return this.words.say("benchmark_parts", part, lang) ?? this.words.text("metric_parts", part, lang);
  }

  private sourceOf({ source }: Benchmark, lang: Locale): string {
    return this.words.say("metric_sources", source, lang) ?? source;
  }
}

/** How each of the figure's values stands to the band; none where there is no value. */
function gaps(
  metric: Metric | undefined,
  { from, to }: Benchmark,
  values: readonly MetricValue[],
): BenchmarksView["items"][number]["gaps"] {
  if (!metric) return [];
  const band = { from, to, attention: null, of: null, source: null, own: null, published: null };
  return values.flatMap((value) => {
    if (value.state !== "value" || value.part !== undefined) return [];
    const gap = gapOf(metric, [band], value.value, value.currency);
    if (!gap) return [];
    const { state, side, bound, by } = gap;
    return [{ currency: value.currency ?? null, gap: { state, side, bound, by, part: null } }];
  });
}

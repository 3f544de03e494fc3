import { invalid } from "../../../../shared/errors.js";
import type { CalendarDate } from "../../../../shared/calendar.js";
import type { Instant } from "../../../../shared/instant.js";
import type { Metric, ObjectiveBand } from "../../metrics/domain/metric.js";
import { METRICS } from "../../metrics/domain/registry.js";
import { BOUND_PARTS } from "../../objectives/domain/objective.js";

/** For whom a published figure holds; `traditional`: collecting by calls and letters. */
export type BenchmarkPart = NonNullable<ObjectiveBand["of"]> | "traditional";

/** What others reach, in the unit of the metric's objective. */
export interface Benchmark {
  /** Stable. */
  readonly key: string;
  readonly metric: string;
  readonly from: number | null;
  readonly to: number | null;
  /** For whom it holds, where not for all: one we have a word for, or the account's own words. */
  readonly part: BenchmarkPart | null;
  readonly label: string | null;
  /** Whose number it is: ours by name of the list of sources, or as the account wrote it. */
  readonly source: string;
  /** The day it was published or last looked up. */
  readonly dated: CalendarDate;
}

/** What an account wrote in place of a published one, or beside them. Hidden: the published one is not shown. */
export interface OwnBenchmark extends Benchmark {
  readonly hidden: boolean;
  readonly setAt: Instant;
  readonly setBy: string;
}

export interface BenchmarkInForce extends Benchmark {
  readonly own: Pick<OwnBenchmark, "setAt" | "setBy" | "hidden"> | null;
  readonly published: Benchmark | null;
}

/** The guide bears no day; this is the one on which it was read. */
const READ_ON = "2026-11-22";
const SOURCE = "whatsapp_guide";

/** What guides compare WhatsApp with, where no objective says it. */
const BESIDE: readonly Pick<Benchmark, "metric" | "from" | "to" | "part">[] = [
  { metric: "recovery.by-day-30", from: 40, to: 60, part: "traditional" },
];

/** What is published: the bands the objectives come from, and what the same guides say of others. Claims of vendors, whose method nobody tells. */
export const PUBLISHED_BENCHMARKS: readonly Benchmark[] = [
  ...METRICS.flatMap(({ id, objectives }) => objectives.map(({ from, to, of }) => ({ metric: id, from, to, part: of ?? null }))),
  ...BESIDE,
].map((band) => ({ ...band, key: `${band.metric}/${band.part ?? "all"}`, label: null, source: SOURCE, dated: READ_ON }));

/** In the order of the registry: the published ones, replaced where the account did, and its own. */
export function benchmarksInForce(own: readonly OwnBenchmark[]): BenchmarkInForce[] {
  const published = PUBLISHED_BENCHMARKS.map((benchmark): BenchmarkInForce => {
    const mine = own.find(({ key }) => key === benchmark.key);
    return { ...(mine ?? benchmark), own: mine ?? null, published: benchmark };
  });
  const added = own
    .filter(({ key }) => !PUBLISHED_BENCHMARKS.some((benchmark) => benchmark.key === key))
    .map((benchmark): BenchmarkInForce => ({ ...benchmark, own: benchmark, published: null }));
  const place = new Map(METRICS.map(({ id }, index) => [id, index]));
  return [...published, ...added].toSorted((a, b) => (place.get(a.metric) ?? 0) - (place.get(b.metric) ?? 0));
}

/**
 * @throws DomainError `benchmark.empty` without an end; `benchmark.backwards` where it begins after its end; `benchmark.too_fine` for an end finer than a
 * thousandth; `benchmark.of_amount` for a figure that is an amount; `benchmark.in_the_future`
 */
export function checkBenchmark({ unit }: Metric, { from, to, dated }: Pick<Benchmark, "from" | "to" | "dated">, today: CalendarDate): void {
  if (unit === "money") {
    throw invalid("benchmark.of_amount", "An amount has no benchmark: it would hold in every currency alike.", {
      field: "metric",
      remedy: "Compare a share or a number instead.",
    });
  }
  if (from === null && to === null) {
    throw invalid("benchmark.empty", "A benchmark needs an end at least.", { field: "from", remedy: "Give a lower or an upper end." });
  }
  if (from !== null && to !== null && from > to) {
    throw invalid("benchmark.backwards", "The benchmark begins after its end.", { field: "to", remedy: "Exchange the two." });
  }
  for (const [field, bound] of Object.entries({ from, to })) {
    if (bound === null || Math.abs(bound * BOUND_PARTS - Math.round(bound * BOUND_PARTS)) < 1e-6) continue;
    throw invalid("benchmark.too_fine", "An end has three decimals at the most.", { field, remedy: "Round it." });
  }
  if (dated > today) {
    throw invalid("benchmark.in_the_future", "A source cannot be of a day that has not come.", {
      field: "dated",
      remedy: "Name the day it was published.",
    });
  }
}

import { useI18n } from "vue-i18n";
import type { FigureGap, MetricDefinition } from "@/api/types";
import type { Benchmark } from "./useBenchmarks";
import { useMetricText } from "./useMetricText";

/** Benchmarks of one figure in words. */
export function useBenchmarkText(metric: () => MetricDefinition) {
  const { t } = useI18n();
  const { band, distance } = useMetricText();
  const nameOf = (benchmark: Benchmark): string => {
    const range = band(benchmark, metric().unit);
    return benchmark.of === null ? range : t("definitions.benchmark.line", { range, of: benchmark.of });
  };
  /** `2.1 pt below it.` */
  const gapText = ({ state, side, by }: FigureGap): string =>
    state === "met" || by === null
      ? t("definitions.benchmark.met")
      : t(`definitions.benchmark.gap.missed_${side}`, { by: distance(by, metric().unit) });
  return { nameOf, gapText };
}

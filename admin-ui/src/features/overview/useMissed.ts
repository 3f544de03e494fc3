import { computed, type Ref } from "vue";
import { useI18n } from "vue-i18n";
import type { FiguresView, MetricsView } from "@/api/types";
import { useMetricText } from "@/features/metrics/useMetricText";
import type { Attention } from "./attention";
import { figureOf } from "./figureOf";
import { TILED } from "./tabs";
import { objectiveOf } from "./verdict";
import { useTileName } from "./useTileName";
import { useWords } from "./useWords";

/** Figures of the overview that miss their objective, as things that need somebody. */
export function useMissed(
  figures: Ref<FiguresView | undefined>,
  definitions: Ref<MetricsView | undefined>,
  currency: Ref<string | undefined>,
) {
  const { t } = useI18n();
  const { range } = useMetricText();
  const { short } = useWords();
  const nameOf = useTileName();
  return computed<Attention[]>(() =>
    (definitions.value?.figures ?? [])
      .flatMap(({ metrics }) => metrics)
      .filter(({ id }) => TILED.has(id))
      .flatMap((metric): Attention[] => {
        const value = figureOf(figures.value, metric.id, currency.value);
        const objective = objectiveOf(metric);
        if (!value?.gap || value.gap.state === "met" || value.text === null || !objective) return [];
        const side = value.gap.side === "below" ? "under" : "over";
        return [
          {
            key: metric.id,
            level: value.gap.state === "attention" ? "bad" : "warn",
            text: t(`overview.attention.${side}`, { what: nameOf(metric.id, definitions.value) }),
            note: t("overview.attention.against", {
              n: short(value.text, metric.unit, value.currency),
              range: range(objective, metric.unit),
            }),
            page: "definitions",
            figure: metric.id,
          },
        ];
      }),
  );
}

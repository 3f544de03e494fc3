import { useI18n } from "vue-i18n";
import type { MetricsView } from "@/api/types";

/** What a metric is called on a tile: short, and whole without its figure's heading. */
export function useTileName() {
  const i18n = useI18n();
  return (id: string, definitions: MetricsView | undefined): string => {
    const key = `overview.tiles.${id}`;
    if (i18n.te(key, "en")) return i18n.t(key);
    const figure = definitions?.figures.find(({ metrics }) => metrics.some((metric) => metric.id === id));
    return figure?.name ?? id;
  };
}

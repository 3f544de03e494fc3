import type { Words } from "../../../platform/words/words.js";
import type { Locale } from "../../../shared/locale.js";
import { METRICS, metricOf } from "./domain/registry.js";

/** What a metric is called where its figure's heading does not stand above it: `Promises kept, by amount`. Its id where a newer version made it. */
export function metricInFull(words: Words, id: string, lang: Locale): string {
  const metric = metricOf(id);
  const reading = words.text("metrics", `${id}.name`, lang);
  if (!metric || METRICS.filter(({ figure }) => figure === metric.figure).length === 1) return reading;
  return `${words.text("metric_figures", metric.figure, lang)}, ${reading.charAt(0).toLocaleLowerCase(lang)}${reading.slice(1)}`;
}

import { TEXTS } from "../../../platform/words/texts.js";
import type { Locale } from "../../../shared/locale.js";
import type { AlertRecord } from "../kpis.tables.js";
import { metricInFull } from "../metrics/metric-name.words.js";
import { metricOf } from "../metrics/domain/registry.js";
import { BOUND_PARTS } from "../objectives/domain/objective.js";
import { decimalIn, figureIn } from "../reports/domain/report-numbers.js";

/** The private note of an alert: what is beyond which threshold, of how many, and where it is dealt with. No person is named. */
export function alertNote(alert: AlertRecord, locale: Locale, address: string): string {
  const unit = metricOf(alert.metric)?.unit ?? "count";
  const hours = (text: string) => TEXTS.text("alerts", "hours", locale, { n: text });
  const bound = decimalIn(String(alert.raise_milli / BOUND_PARTS), locale);
  const percent = unit === "percent" ? "\u00a0%" : "";
  return TEXTS.text("alerts", `note_${alert.side}`, locale, {
    metric: metricInFull(TEXTS, alert.metric, locale) + (alert.currency === "" ? "" : `, ${alert.currency}`),
    figure: figureIn(unit, { text: alert.raised_figure, currency: null }, locale, hours) ?? "",
    threshold: unit === "duration" ? hours(bound) : bound + percent,
    n: decimalIn(String(alert.raised_n), locale),
    days: alert.days,
    address,
  });
}

import type { FigureValue } from "../../../contract/kpis.contract.js";
import type { Words } from "../../../platform/words/words.js";
import type { Locale } from "../../../shared/locale.js";
import type { Metric } from "../metrics/domain/metric.js";
import type { MetricValue } from "../metrics/domain/metric-value.js";
import { shownText } from "../metrics/domain/shown-text.js";
import { gapOf } from "../objectives/domain/gap.js";
import { objectivesInForce, type OwnObjectives, withObjectives } from "../objectives/domain/objective.js";

const NOTHING = { part: null, currency: null, text: null, numerator: null, denominator: null, n: null, reason: null, why: null, gap: null };

/** A figure as it leaves the house: its text and how it stands to the account's objective, or why it has none in the reader's language. */
export function figureInWords(words: Words, metric: Metric, own: OwnObjectives, value: MetricValue, lang: Locale): FigureValue {
  if (value.state === "value") {
    const { numerator, denominator, n, currency, part } = value;
    const text = shownText(withObjectives(metric, own), value.value, currency);
    const gap = gapOf(metric, objectivesInForce(metric, own), value.value, currency);
    return {
      ...NOTHING,
      state: "value",
      part: part === undefined ? null : { code: part, name: words.say("matrix_parts", part, lang) ?? part },
      currency: currency ?? null,
      text,
      n,
      numerator: String(numerator),
      denominator: String(denominator),
      gap: gap && { state: gap.state, side: gap.side, bound: gap.bound, by: gap.by, part: gap.of },
    };
  }
  const { reason } = value;
  const why = words.say("metric_reasons", reason, lang) ?? words.say("metric_pending", reason, lang) ?? null;
  const currency = value.state === "no_data" ? (value.currency ?? null) : null;
  const numerator = value.state === "no_data" && value.numerator !== undefined ? String(value.numerator) : null;
  return { ...NOTHING, state: value.state, currency, numerator, reason, why };
}

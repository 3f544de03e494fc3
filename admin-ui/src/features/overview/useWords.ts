import { useI18n } from "vue-i18n";
import type { Amount, MetricDefinition } from "@/api/types";
import { formatDecimal } from "@/composables/format";
import { useFormat } from "@/composables/useFormat";
import { useMetricText } from "@/features/metrics/useMetricText";
import type { Days } from "./periods";
import { minorDigits } from "@shared/money.js";

const HOUR = 3_600_000;
const MILLION = 1_000_000;
/** Below a million the whole amount is as short. */
const COMPACT_FROM = MILLION;
/** From here on cents are a thousandth of what stands before them. */
const CENTS_UNTIL = 1_000;

/** In whole units of its currency. */
const wholeOf = ({ minor, currency }: Amount): number => minor / 10 ** minorDigits(currency);

/** How the overview writes numbers: compact amounts, periods, differences. */
export function useWords() {
  const { t, locale } = useI18n();
  const { figure, number, date } = useFormat();
  const { shown } = useMetricText();

  /** `981.4M`, in the reader's way; smaller amounts as they are, without the code. */
  const compactFigure = ({ minor, currency }: Amount): string => {
    const whole = wholeOf({ minor, currency });
    if (Math.abs(whole) < COMPACT_FROM) return figure({ minor, currency }, { [currency]: 0 });
    return t("overview.millions", { n: formatDecimal(whole / MILLION, locale.value, 1) });
  };
  const compact = (amount: Amount) => `${amount.currency}\u00a0${compactFigure(amount)}`;

  /** `1–25 Nov`, the month once where both days are in it. */
  const period = ({ from, to }: Days): string => {
    if (from === to) return date(from);
    const [first, last] = [date(from), date(to)];
    const sameMonth = from.slice(0, 7) === to.slice(0, 7);
    return t("overview.period.range", { from: sameMonth ? Number(from.slice(8)) : first, to: last });
  };

  /** Plain decimal text of a figure as a number in the unit objectives have: hours for a duration. */
  const numeric = (text: string, unit: MetricDefinition["unit"]) => (unit === "duration" ? Number(text) / HOUR : Number(text));

  /** A figure for a tile: amounts compact, from a thousand on without cents. The cases behind it tell the whole amount. */
  const short = (text: string, unit: MetricDefinition["unit"], currency: string | null): string => {
    const size = Math.abs(Number(text));
    if (unit !== "money" || currency === null || size < CENTS_UNTIL) return shown(text, unit, currency);
    if (size < COMPACT_FROM) return `${currency}\u00a0${number(Math.round(Number(text)))}`;
    return `${currency}\u00a0${t("overview.millions", { n: formatDecimal(Number(text) / MILLION, locale.value, 1) })}`;
  };

  /** How far two figures are apart: percentages in points, everything else in its unit. */
  const apart = (by: number, unit: MetricDefinition["unit"], places = 1): string => {
    if (unit === "percent" || unit === "points") return t("overview.points", { n: formatDecimal(by, locale.value, Math.max(1, places)) });
    if (unit === "duration") return t("definitions.unit.hours", { n: formatDecimal(by, locale.value, 1) });
    if (unit === "money")
      return Math.abs(by) < COMPACT_FROM ? number(by) : t("overview.millions", { n: formatDecimal(by / MILLION, locale.value, 1) });
    return t(`definitions.unit.${unit}`, { n: formatDecimal(by, locale.value, unit === "count" ? 0 : 1) });
  };

  return { compact, compactFigure, wholeOf, period, numeric, short, apart };
}

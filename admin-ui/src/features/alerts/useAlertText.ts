import { useI18n } from "vue-i18n";
import type { MetricDefinition } from "@/api/types";
import { useFormat } from "@/composables/useFormat";
import { useMetricText } from "@/features/metrics/useMetricText";
import type { Alert, AlertRule } from "./useAlerts";

type Reading = Pick<NonNullable<Alert["last"]>, "day" | "figure" | "n" | "silent">;
type Unit = MetricDefinition["unit"];

/** Alerts, their rules and readings in words. */
export function useAlertText() {
  const { t } = useI18n();
  const { date, number, count } = useFormat();
  const { bound, shown } = useMetricText();

  const nameOf = ({ name, currency }: Pick<Alert, "name" | "currency">) => (currency === null ? name : `${name}, ${currency}`);
  const threshold = (value: number, unit: string) => bound(value, unit as Unit);
  const figure = (text: string, unit: string) => shown(text, unit as Unit, null);

  /** `12.5% of 48 cases, 30 Nov`, or why the reading says nothing. */
  const reading = ({ day, figure: text, n, silent }: Reading, unit: string): string => {
    const when = date(day);
    if (text === null) return t("alerts.reading.noData", { day: when });
    const what = figure(text, unit);
    const cases = number(n ?? 0);
    return t(`alerts.reading.${silent === "few" || silent === "quiet" ? silent : "told"}`, { figure: what, n: cases, day: when });
  };

  /** `Above 12%, until 8% or less again; 2 days in a row.` */
  const when = ({ side, raise, clear, readings }: Pick<AlertRule, "side" | "raise" | "clear" | "readings">, unit: string): string =>
    count(`alerts.when.${side}`, readings, { raise: threshold(raise, unit), clear: threshold(clear, unit) });

  return { nameOf, threshold, figure, reading, when };
}

import { useI18n } from "vue-i18n";
import type { CostMonth } from "@/api/types";
import { useMetricText } from "@/features/metrics/useMetricText";

/** Months and figures of costs in words. */
export function useCostText() {
  const { t, locale } = useI18n();
  const { shown } = useMetricText();
  const monthName = (day: string) =>
    new Intl.DateTimeFormat(locale.value, { month: "long", year: "numeric", timeZone: "UTC" }).format(Date.parse(`${day}T00:00:00Z`));
  const figure = ({ text, currency }: CostMonth["gross"], unit: "percent" | "multiple") =>
    text === null ? t("costs.noData") : shown(text, unit, currency);
  return { monthName, figure };
}

import { useI18n } from "vue-i18n";
import type { MetricDefinition } from "@/api/types";
import { formatDecimal } from "@/composables/format";

type Objective = MetricDefinition["objectives"][number];
type Example = MetricDefinition["example"];
type Figures = Example["rows"][number]["figures"];

const MINUTES_AN_HOUR = 60;
const MS_A_MINUTE = 60_000;

/** Figures of definitions as the reader writes them, with their unit. */
export function useMetricText() {
  const { t, locale } = useI18n();
  const decimal = (value: number, places = 0) => formatDecimal(value, locale.value, places);

  /** `1 h 15 min`; units are written, so that nobody takes it for an hour of the day. */
  const duration = (milliseconds: number) => {
    const minutes = Math.floor(milliseconds / MS_A_MINUTE);
    return t("definitions.unit.time", { h: decimal(Math.floor(minutes / MINUTES_AN_HOUR)), min: decimal(minutes % MINUTES_AN_HOUR) });
  };

  const figures = (value: Figures, unit: Example["rows"][number]["unit"]): string => {
    if (typeof value === "number") return unit === "milliseconds" ? duration(value) : decimal(value);
    const rows = value.map((entry) => figures(entry, unit));
    return rows.join(value.some((entry) => typeof entry !== "number") ? " / " : " · ");
  };

  const result = ({ result: text }: Example, unit: MetricDefinition["unit"]): string => {
    if (unit === "duration") return duration(Number(text));
    return t(`definitions.unit.${unit}`, { n: decimal(Number(text), text.split(".")[1]?.length ?? 0) });
  };

  const bound = (value: number, unit: MetricDefinition["unit"]) =>
    unit === "duration" ? t("definitions.unit.hours", { n: decimal(value) }) : t(`definitions.unit.${unit}`, { n: decimal(value) });

  const range = ({ from, to }: Objective, unit: MetricDefinition["unit"]): string => {
    if (from !== null && to !== null) {
      if (from === to) return t("definitions.objective.exactly", { n: bound(to, unit) });
      return t("definitions.objective.between", { from: decimal(from), to: bound(to, unit) });
    }
    if (from !== null) return t("definitions.objective.atLeast", { n: bound(from, unit) });
    return to === null ? "" : t("definitions.objective.atMost", { n: bound(to, unit) });
  };

  /** Plain decimal text of a figure, as the API gives it. */
  const shown = (text: string, unit: MetricDefinition["unit"], currency: string | null): string => {
    if (unit === "duration") return duration(Number(text));
    const n = decimal(Number(text), text.split(".")[1]?.length ?? 0);
    return currency !== null && unit === "money" ? `${currency}\u00a0${n}` : t(`definitions.unit.${unit}`, { n });
  };

  return { figures, result, range, bound, shown, count: decimal };
}

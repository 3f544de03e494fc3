import { useI18n } from "vue-i18n";
import type { FigureGap, MetricDefinition } from "@/api/types";
import { digitsFor, formatDecimal } from "@/composables/format";

type Range = Pick<MetricDefinition["objectives"][number], "from" | "to">;
type Example = MetricDefinition["example"];
type Figures = Example["rows"][number]["figures"];

const MINUTES_AN_HOUR = 60;
const MS_A_MINUTE = 60_000;

/** Figures of definitions as the reader writes them, with their unit. */
export function useMetricText() {
  const { t, locale } = useI18n();
  const decimal = (value: number, places = 0) => formatDecimal(value, locale.value, places);

  /** With the decimals it has: a bound is never rounded. */
  const asIs = (value: number) => decimal(value, String(value).split(".")[1]?.length ?? 0);

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
    unit === "duration" ? t("definitions.unit.hours", { n: asIs(value) }) : t(`definitions.unit.${unit}`, { n: asIs(value) });

  const range = ({ from, to }: Range, unit: MetricDefinition["unit"]): string => {
    if (from !== null && to !== null) {
      if (from === to) return t("definitions.objective.exactly", { n: bound(to, unit) });
      return t("definitions.objective.between", { from: asIs(from), to: bound(to, unit) });
    }
    if (from !== null) return t("definitions.objective.atLeast", { n: bound(from, unit) });
    return to === null ? "" : t("definitions.objective.atMost", { n: bound(to, unit) });
  };

  /** The same without saying what it is a range of. */
  const band = ({ from, to }: Range, unit: MetricDefinition["unit"]): string => {
    if (from !== null && to !== null)
      return from === to ? bound(to, unit) : t("definitions.band.between", { from: asIs(from), to: bound(to, unit) });
    if (from !== null) return t("definitions.band.atLeast", { n: bound(from, unit) });
    return to === null ? "" : t("definitions.band.atMost", { n: bound(to, unit) });
  };

  /** How far a figure is from a bound: of a percentage in points. */
  const distance = (by: string, unit: MetricDefinition["unit"]): string => {
    const n = decimal(Number(by), by.split(".")[1]?.length ?? 0);
    const key =
      unit === "percent" || unit === "points" ? "definitions.gap.points" : `definitions.unit.${unit === "duration" ? "hours" : unit}`;
    return t(key, { n });
  };

  /** Plain decimal text of a figure, as the API gives it. */
  const shown = (text: string, unit: MetricDefinition["unit"], currency: string | null): string => {
    if (unit === "duration") return duration(Number(text));
    const places = text.split(".")[1]?.length ?? 0;
    const digits =
      unit === "money" && currency !== null ? digitsFor([{ minor: Math.round(Number(text) * 10 ** places), currency }])[currency] : places;
    const n = decimal(Number(text), digits);
    return currency !== null && unit === "money" ? `${currency}\u00a0${n}` : t(`definitions.unit.${unit}`, { n });
  };

  /** `1.5 pt above the objective of 8%.` */
  const gapText = ({ state, side, by, bound: missed }: FigureGap, unit: MetricDefinition["unit"]): string => {
    if (state === "met" || by === null || missed === null) return t("definitions.gap.met");
    return t(`definitions.gap.${state}_${side}`, { by: distance(by, unit), bound: bound(missed, unit) });
  };

  return { gapText, figures, result, range, band, distance, bound, shown, count: decimal };
}

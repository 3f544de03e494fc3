import { metric, type Metric } from "../../metric.js";
import { RECOVERY_DIMENSIONS } from "../../usual-parts.js";

const cohort = (day: 30 | 60 | 90, collected: number, result: string, own: Partial<Metric> = {}) =>
  metric({
    id: `recovery.by-day-${day}`,
    number: "M1c",
    figure: "recovery.cohort",
    family: "recovery",
    unit: "percent",
    better: "up",
    numerator: ["cohort.collected"],
    denominator: ["cohort.placed"],
    edges: [
      "zero_below",
      "small_n",
      "each_currency",
      "too_young",
      "reversal_in_cohort",
      "overpaid",
      "write_off_stays",
      "settlement",
      "never_rounded_away",
    ],
    dimensions: RECOVERY_DIMENSIONS,
    cases: "cohorts",
    example: { values: { "cohort.collected": collected, "cohort.placed": 100_000 }, days: day, result },
    ...own,
  });

/** Of 66,000 that came by day 90, 1,000 of day 65 were taken back on day 70. */
export const RECOVERY_DAY_30 = cohort(30, 45_000, "45", {
  objectives: [{ from: 70, to: 85, of: "whatsapp", source: "whatsapp_guide" }],
});
export const RECOVERY_DAY_60 = cohort(60, 60_000, "60");
export const RECOVERY_DAY_90 = cohort(90, 65_000, "65");

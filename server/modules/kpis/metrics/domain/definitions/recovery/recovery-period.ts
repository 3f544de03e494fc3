import { metric } from "../../metric.js";
import { CASH_EDGES, RECOVERY_DIMENSIONS, SHARE_EDGES } from "../../usual-parts.js";

const COMMON = {
  number: "M1",
  figure: "recovery.period",
  family: "recovery",
  unit: "percent",
  better: "up",
  denominator: ["balance.overdue.opening", "balance.newly_overdue"],
  edges: [...SHARE_EDGES, ...CASH_EDGES, "overpaid", "write_off_stays", "paid_after_write_off"],
  dimensions: RECOVERY_DIMENSIONS,
  cases: "payments",
} as const;

export const RECOVERY_PERIOD = metric({
  ...COMMON,
  id: "recovery.period",
  numerator: ["cash.recovered"],
  example: {
    values: { "cash.recovered": 300_000, "balance.overdue.opening": 400_000, "balance.newly_overdue": 100_000 },
    result: "60",
  },
});

/** As if what was written off had never been due. Shown beside the gross rate, never instead of it. */
export const RECOVERY_NET_OF_WRITE_OFF = metric({
  ...COMMON,
  id: "recovery.net-of-write-off",
  numerator: ["cash.recovered"],
  denominator: [...COMMON.denominator, "-balance.written_off"],
  example: {
    values: {
      "cash.recovered": 300_000,
      "balance.overdue.opening": 400_000,
      "balance.newly_overdue": 100_000,
      "balance.written_off": 20_000,
    },
    result: "62.5",
  },
});

/** What is not owed any more, by money or by a settlement. */
export const RECOVERY_RESOLVED = metric({
  ...COMMON,
  id: "recovery.resolved",
  numerator: ["cash.recovered", "balance.forgiven"],
  example: {
    values: {
      "cash.recovered": 300_000,
      "balance.forgiven": 25_000,
      "balance.overdue.opening": 400_000,
      "balance.newly_overdue": 100_000,
    },
    result: "65",
  },
});

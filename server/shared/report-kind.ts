/** Reports by the period they tell of. */
export const REPORT_KINDS = ["daily", "weekly", "monthly"] as const;

export type ReportKind = (typeof REPORT_KINDS)[number];

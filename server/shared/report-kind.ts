/** Reports by the period they tell of; `agents` is the score-card of a week. */
export const REPORT_KINDS = ["daily", "weekly", "monthly", "agents"] as const;

export type ReportKind = (typeof REPORT_KINDS)[number];

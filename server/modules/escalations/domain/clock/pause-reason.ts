/** Why a clock stands still while the desk is open. Closed hours are the calendar's matter. */
export const PAUSE_REASONS = ["debtor", "accounting", "hold"] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

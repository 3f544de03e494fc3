/**
 * What a debt is: owed, paid, settled (the creditor let the rest go), written off (given up, and perhaps paid after all), cancelled with the
 * import that had brought it. Only what is open is chased, planned for and counted as owed.
 */
export type OwedStatus = "open" | "paid" | "settled" | "written_off" | "cancelled";

/** Closed by the creditor's own decision: no file opens it again by naming it, only who decided does. */
export const CLOSED_BY_DECISION: readonly string[] = ["settled", "written_off"] satisfies readonly OwedStatus[];

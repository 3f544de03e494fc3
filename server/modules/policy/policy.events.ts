/** Journal event types of the policy module; version 1 each. */
export const policyEvents = {
  optOutRecorded: "opt_out.recorded",
  optOutEnded: "opt_out.ended",
  /** Somebody wrote or called outside Saldo's queue; it counts like any other contact. */
  attemptObserved: "attempt.observed",
} as const;

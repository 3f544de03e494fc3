/** What is counted as work on a debt; everything else a system does is not. */
export const ACTIVITY_KINDS = ["send", "reply", "promise", "plan", "reminder", "confirmation", "escalation", "note"] as const;

export interface DoneActivity {
  readonly kind: (typeof ACTIVITY_KINDS)[number];
  readonly by: "person" | "machine";
  /** A person put right or replaced what the machine did. */
  readonly corrected: boolean;
}

/** Whether nobody had a hand in it, neither before nor after. */
export function isAutomatic({ by, corrected }: DoneActivity): boolean {
  return by === "machine" && !corrected;
}

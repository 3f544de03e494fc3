/** A case of which it was decided, by rule or by review, whether it needed somebody else. */
export interface JudgedCase {
  readonly needed: boolean;
  readonly escalated: "right_queue" | "wrong_queue" | null;
  readonly inTime: boolean;
}

export interface EscalationTally {
  readonly needed: number;
  readonly made: number;
  readonly right: number;
  readonly rightInTime: number;
}

export function escalationTally(cases: readonly JudgedCase[]): EscalationTally {
  const right = cases.filter(({ needed, escalated }) => needed && escalated === "right_queue");
  return {
    needed: cases.filter(({ needed }) => needed).length,
    made: cases.filter(({ escalated }) => escalated !== null).length,
    right: right.length,
    rightInTime: right.filter(({ inTime }) => inTime).length,
  };
}

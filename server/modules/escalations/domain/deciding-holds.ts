/** Holds of what somebody said about a life, a death or the law: they end when a person decides, and a case that rests on one is not over before. */
export const DECIDED_BY_PEOPLE: readonly string[] = ["distress", "deceased", "illness", "hardship", "adviser", "legal", "grievance"];

export function waitsForDecision(holds: readonly { readonly reason: string }[]): boolean {
  return holds.some(({ reason }) => DECIDED_BY_PEOPLE.includes(reason));
}

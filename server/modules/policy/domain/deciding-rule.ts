import type { Decision, RuleResult } from "./decision.js";

/** The rule whose answer the reader needs: what time will not open, else what opens last. Law speaks before policy, fact before ignorance. */
export function decidingRule(decision: Decision): RuleResult | null {
  const closed = decision.rules.filter(({ verdict }) => verdict !== "pass");
  const rank = (rule: RuleResult) => [
    -(rule.opensAt ?? Number.MAX_SAFE_INTEGER),
    rule.verdict === "fail" ? 0 : 1,
    // That a law cannot be asked without a zone is no article of that law.
    rule.reason === "zone_unknown" && rule.kind !== "zone_known" ? 1 : 0,
    rule.class === "law" ? 0 : 1,
    // Of two that open together the cap says more than the clock.
    rule.kind === "hours" || rule.kind === "holidays" ? 1 : 0,
  ];
  return closed.sort((a, b) => compare(rank(a), rank(b)))[0] ?? null;
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}

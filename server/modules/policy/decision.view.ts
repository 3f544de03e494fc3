import type { Locale } from "../../shared/locale.js";
import type { DecisionView } from "../../contract/policy.contract.js";
import { toIsoOrNull } from "../../shared/instant.js";
import { explain, explainRule, type When } from "./explain/decision.words.js";
import type { Decision } from "./rules.js";

/**
 * A decision in the reader's words, with every rule. Times are told in the debtor's zone.
 * @param when `then` where the decision is about a moment still to come
 */
export function decisionView(decision: Decision, locale: Locale, when: When = "now"): DecisionView {
  const zone = decision.zones[0] ?? null;
  return {
    verdict: decision.verdict,
    notBefore: toIsoOrNull(decision.notBefore),
    notAfter: toIsoOrNull(decision.notAfter),
    zone,
    sentence: explain(decision, locale, zone ?? "UTC", when).text,
    rules: decision.rules.map((rule) => ({
      rule: `${rule.packId}/${rule.ruleId}`,
      verdict: rule.verdict,
      class: rule.class,
      certainty: rule.certainty,
      source: rule.source,
      text: explainRule(rule, decision, locale, zone ?? "UTC"),
    })),
  };
}

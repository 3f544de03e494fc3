import { type Decision, decidingRule } from "../../policy/rules.js";
import type { JsonObject } from "../../journal/rules.js";

/**
 * A decision as it stands in the journal: the verdict, the packs and zone data it was made with, and every rule that was asked.
 * Rules that pass are named only; those that do not carry their facts and their source.
 */
export function digestOf(decision: Decision): JsonObject {
  return {
    verdict: decision.verdict,
    at: decision.at,
    channel: decision.channel,
    purpose: decision.purpose,
    zones: [...decision.zones],
    zoneData: decision.zoneData,
    packs: decision.packs.map((pack) => `${pack.id}@${pack.version}`),
    notBefore: decision.notBefore ?? null,
    notAfter: decision.notAfter ?? null,
    leading: leadingRule(decision),
    passed: decision.rules.filter((rule) => rule.verdict === "pass").map((rule) => `${rule.packId}/${rule.ruleId}`),
    closed: decision.rules
      .filter((rule) => rule.verdict !== "pass")
      .map((rule) => ({
        rule: `${rule.packId}/${rule.ruleId}`,
        verdict: rule.verdict,
        reason: rule.reason,
        class: rule.class,
        certainty: rule.certainty,
        source: rule.source,
        facts: { ...rule.facts },
      })),
  };
}

/** The rule a refusal is counted and shown under, `PACK/rule`; null when nothing closed it. */
export function leadingRule(decision: Decision): string | null {
  const rule = decidingRule(decision);
  return rule ? `${rule.packId}/${rule.ruleId}` : null;
}

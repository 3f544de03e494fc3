import { type Certainty, HOUSE, PACKS, type RuleClass } from "../../policy/rules.js";

export interface NamedRule {
  /** `PACK/rule` */
  readonly rule: string;
  readonly source: string;
  readonly certainty: Certainty;
  readonly class: RuleClass | "engine";
}

/** Source, class and certainty of a rule id `PACK/rule`. */
export function ruleFacts(id: string): NamedRule {
  const [packId, ruleId] = id.split("/");
  const rule = [...PACKS, HOUSE].find((pack) => pack.id === packId)?.rules.find((candidate) => candidate.id === ruleId);
  return { rule: id, source: rule?.source ?? "Saldo", certainty: rule?.certainty ?? "P", class: rule?.class ?? "engine" };
}

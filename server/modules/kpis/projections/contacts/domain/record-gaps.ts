import { type Artefact, type ArtefactState, documentationGaps } from "../../../metrics/domain/cases/documentation-check.js";
import { partOrNull, type Payload, textOrNull } from "../../domain/payload.js";

/**
 * What a stranger would not find on record of an attempt, in the order of the check-list, with spaces between; empty where nothing is missing.
 * What becomes of it later (delivery, answers, agreements, outcome) is asked of the rows that are made of it.
 *
 * Words of an agent stand in the helpdesk alone: their text is not proven by the journal, and no rule was asked before.
 */
export function recordGaps({ type, actor, payload }: { readonly type: string; readonly actor: string; readonly payload: Payload }): string {
  const there = (proof: unknown): ArtefactState => (proof ? "verified" : "missing");
  const decision = partOrNull(payload, "decision");
  const observed = type === "attempt.observed";
  const found: Readonly<Record<Artefact, ArtefactState>> = {
    rendered_content: observed ? "unproven" : there(textOrNull(payload, "bodyHash")),
    template_version: observed ? "not_needed" : there(textOrNull(payload, "template") && textOrNull(payload, "language")),
    policy_decision: observed ? "not_needed" : there(decision && textOrNull(decision, "verdict")),
    recipient_identity: there(payload["conversation"]),
    consent_basis: observed ? "not_needed" : there(decision && Array.isArray(decision["packs"]) && decision["packs"].length > 0),
    actor: there(/^(?:user:|key:|system:)/.test(actor)),
    delivery_states: "not_needed",
    replies: "not_needed",
    agreements: "not_needed",
    outcome: "not_needed",
  };
  return documentationGaps(found).join(" ");
}

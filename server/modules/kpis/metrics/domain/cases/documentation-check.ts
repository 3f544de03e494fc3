/** What has to be there of a case so that a stranger can judge it. */
export const ARTEFACTS = [
  "rendered_content",
  "template_version",
  "policy_decision",
  "recipient_identity",
  "consent_basis",
  "delivery_states",
  "replies",
  "agreements",
  "actor",
  "outcome",
] as const;
export type Artefact = (typeof ARTEFACTS)[number];

/** `verified`: there, and its proof holds. `not_needed`: nothing of the kind happened in this case. */
export type ArtefactState = "verified" | "unproven" | "missing" | "not_needed";

/** What is missing or proves nothing, in the order of the list; the case is complete where this is empty. */
export function documentationGaps(found: Readonly<Partial<Record<Artefact, ArtefactState>>>): Artefact[] {
  return ARTEFACTS.filter((artefact) => !["verified", "not_needed"].includes(found[artefact] ?? "missing"));
}

/**
 * Words a collections message never uses, by the reason they are refused. Matched as whole words against text without accents and in
 * lower case, so `consecuencia` also covers `CONSECUENCIA`; a trailing `*` stands for any ending.
 *
 * The reasons: contact rules of CO, MX, BR, CL, PE, AR and the UK forbid threats, the look of a court, shame and third parties; CO
 * forbids asking for the reason of a delay; WhatsApp rejects threats, false urgency and promotion in UTILITY templates.
 * The lists stop slips of the pen and known phrases. They do not replace reading a message before it is submitted.
 */
export const FORBIDDEN_REASONS = ["threat", "court", "shame", "third_party", "haste", "why", "promotion", "familiar"] as const;

export type ForbiddenReason = (typeof FORBIDDEN_REASONS)[number];

export type ForbiddenWords = Readonly<Record<ForbiddenReason, readonly string[]>>;

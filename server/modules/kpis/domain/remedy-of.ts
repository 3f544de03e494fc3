/** What to do about a problem, by the beginning of its code; the first that fits. */
const REMEDIES: readonly (readonly [code: RegExp, remedy: string])[] = [
  [/^seal\./, "seal"],
  [/^cadence\./, "cadence"],
  [/^segment\./, "segment"],
  [/^template\./, "template"],
  [/^zone\./, "zone"],
  [/^data\./, "data"],
  [/^(number_|conversation_|conversation\.|contact|missing$)/, "number"],
  [/^(host\.|unauthorised|not_created|unknown)/, "host"],
  [/^import\./, "import"],
  [/^database\./, "database"],
];

/** The key of the sentence that says what to do. */
export function remedyOf(problem: string): string {
  return REMEDIES.find(([code]) => code.test(problem))?.[1] ?? "other";
}

/** One thing wrong with a message. Errors keep a message out of the library; warnings are shown to whoever writes it. */
export interface LintFinding {
  /** Stable, dotted: `form.body_too_long`, `wording.threat`. */
  readonly rule: string;
  readonly severity: "error" | "warning";
  /** `body`, `header`, `footer`, `buttons`, `ttlSeconds`, `name` or `variables.<name>`. */
  readonly field: string;
  /** What is wrong and what to do, one sentence each, in English. */
  readonly message: string;
}

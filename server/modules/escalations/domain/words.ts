import type { CaseReason } from "./case-reason.js";

export interface ReasonWords {
  /** For lists: what the debtor says. */
  readonly short: string;
  /** For the note: what happened and what Saldo did about it. */
  readonly happened: string;
  /** For the note: what the person is asked to do. */
  readonly task: string;
}

export type Words = Readonly<Record<CaseReason, ReasonWords>>;

import { DomainError } from "../../../shared/errors.js";

/** Why a conversation could not be made ready, and for whose sake. `anybody's`: a look at the account tells. */
export interface Failure {
  readonly reason: string;
  /** Trying again changes nothing until a person has looked. */
  readonly lasting: boolean;
  readonly whose: "the debtor's" | "everybody's" | "anybody's";
}

/** @param problem the code of the error, see `problemOf` */
export function failureOf(error: unknown, problem: string): Failure {
  // Two that do not fit together: only a person can say which is right.
  if (error instanceof DomainError && error.kind === "conflict")
    return { reason: problem.replace(/^host\./, ""), lasting: true, whose: "the debtor's" };
  if (problem === "seal.unreadable") return { reason: problem, lasting: true, whose: "the debtor's" };
  return { reason: problem, lasting: false, whose: problem === "host.throttled" ? "everybody's" : "anybody's" };
}

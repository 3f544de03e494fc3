/** What a caller did wrong, and what to do about it. Carries no personal data: it is shown, logged and returned as is. */
export interface ErrorDetail {
  /** Name of the input field at fault, dotted for nested ones: `body.amount`, `column "due_date"`. */
  readonly field?: string;
  /** What to do next, one sentence. */
  readonly remedy?: string;
  /** Values for the translated sentence; never personal data. */
  readonly params?: Readonly<Record<string, string | number>>;
}

export type ErrorKind = "invalid" | "too_large" | "unauthenticated" | "forbidden" | "not_found" | "conflict" | "too_many" | "unavailable";

/**
 * A refusal the caller can act on. `code` is stable (`debtor.not_found`) and is the key of the translated sentence in the panel;
 * `message` is the English sentence for logs, the command line and API users.
 */
export class DomainError extends Error {
  override readonly name = "DomainError";

  constructor(
    readonly kind: ErrorKind,
    readonly code: string,
    message: string,
    readonly detail: ErrorDetail = {},
  ) {
    super(message);
  }
}

export const invalid = (code: string, message: string, detail?: ErrorDetail) => new DomainError("invalid", code, message, detail);
export const notFound = (code: string, message: string, detail?: ErrorDetail) => new DomainError("not_found", code, message, detail);
export const forbidden = (code: string, message: string, detail?: ErrorDetail) => new DomainError("forbidden", code, message, detail);
export const conflict = (code: string, message: string, detail?: ErrorDetail) => new DomainError("conflict", code, message, detail);

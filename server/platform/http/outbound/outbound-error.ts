export type OutboundFailure = "refused" | "unreachable" | "timeout" | "reset" | "too_large";

/**
 * A request without a usable answer. `left` tells whether bytes of it may have reached the other side: `false` is proof that they did not
 * (the address was refused, or name look-up, connection or TLS handshake failed); `true` means nobody knows.
 * Carries neither address nor text: both may be secret.
 */
export class OutboundError extends Error {
  override readonly name = "OutboundError";

  constructor(
    readonly kind: OutboundFailure,
    readonly left: boolean,
    /** The system's error code, e.g. ECONNREFUSED. */
    readonly code?: string,
  ) {
    super(`Outbound request: ${kind}${code === undefined ? "" : ` (${code})`}`);
  }
}

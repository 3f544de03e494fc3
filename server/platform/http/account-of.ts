import { DomainError } from "../../shared/errors.js";
import type { Actor } from "../../shared/actor.js";

/** The one account a request may touch: it comes from the session or key, never from the address or body. */
export function accountOf(actor: Actor | null): number {
  if (actor?.kind === "person" || actor?.kind === "machine") return actor.accountId;
  throw new DomainError("unauthenticated", "session.missing", "You are not signed in, or the session is over.", {
    remedy: "Sign in and try again.",
  });
}

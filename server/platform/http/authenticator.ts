import type { Actor } from "../../shared/actor.js";

/** Turns what a request carries into a person or machine; implemented by the accounts module. */
export abstract class Authenticator {
  /** The session cookie's token; null when it is unknown, over, or its person lost access in the helpdesk. */
  abstract bySession(token: string): Promise<Actor | null>;
  /** The bearer secret of an API key; null when unknown or revoked. */
  abstract byApiKey(secret: string): Promise<Actor | null>;
}

/** `__Host-`: the browser takes it only with Secure, Path=/ and no Domain, so no other host can plant it. */
export const SESSION_COOKIE = "__Host-saldo";

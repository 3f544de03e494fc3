import type { SignedIn } from "../../shared/actor.js";

export interface Caller {
  readonly actor: SignedIn;
  /** Which session or key was shown: its public id. */
  readonly credential: string;
}

/** Turns what a request carries into a person or machine; implemented by the accounts module. */
export abstract class Authenticator {
  /**
   * The session cookie's token; null when it is unknown, over, or its person lost access in the helpdesk.
   * @param attended whether somebody is at it, so that the session is in use
   */
  abstract bySession(token: string, attended: boolean): Promise<Caller | null>;
  /** The bearer secret of an API key; null when unknown or revoked. */
  abstract byApiKey(secret: string): Promise<Caller | null>;
}

/** `__Host-`: the browser takes it only with Secure, Path=/ and no Domain, so no other host can plant it. */
export const SESSION_COOKIE = "__Host-saldo";

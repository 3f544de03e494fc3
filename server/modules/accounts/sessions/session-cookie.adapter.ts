import { SESSION_COOKIE } from "../../../platform/http/authenticator.js";
import { SESSION_MS } from "./session-book.service.js";

/**
 * `Partitioned`: inside the helpdesk's page the browser keeps a jar of its own for Saldo, which needs SameSite=None; blocking third-party
 * cookies does not touch it, and no other site's frame gets it.
 */
const ATTRIBUTES = "Path=/; Secure; HttpOnly; SameSite=None; Partitioned";

export function sessionCookie(token: string): string {
  return `${SESSION_COOKIE}=${token}; Max-Age=${SESSION_MS / 1000}; ${ATTRIBUTES}`;
}

export const ENDED_COOKIE = `${SESSION_COOKIE}=; Max-Age=0; ${ATTRIBUTES}`;

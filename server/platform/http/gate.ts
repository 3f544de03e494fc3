import "@fastify/cookie";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { type Access, type Route, USUAL_BODY } from "../../contract/route.js";
import type { Actor } from "../../shared/actor.js";
import { DomainError, forbidden } from "../../shared/errors.js";
import { type Authenticator, type Caller, SESSION_COOKIE } from "./authenticator.js";
import { bearerOf } from "./bearer.js";
import { contractRoute, LIVE_FEED, routeOf } from "./route-table.js";

declare module "fastify" {
  interface FastifyRequest {
    /** Who calls, asked before the body is read; null on public routes. */
    actor?: Actor | null;
    /** The session or key that proved it. */
    credential?: string;
    /** The route the caller may call. */
    admittedTo?: Route;
  }
}

/**
 * Decides before a byte of the body is read: how much there may be, and who calls. A body costs its sender nothing and us memory and time,
 * so only who has a right to the route gets it read.
 */
export function gate(server: FastifyInstance, authenticator: Authenticator): void {
  server.addHook("onRoute", (options) => {
    const route = contractRoute(String(options.method), options.url);
    if (route) Object.assign(options, { bodyLimit: largestBody(route) });
  });
  server.addHook("onRequest", async (request) => {
    const route = routeOf(request);
    if (Number(request.headers["content-length"] ?? 0) > limitOf(request)) throw bodyTooLarge(limitOf(request));
    if (!route) return;
    // Nobody is asked who may be anybody: such routes answer also while nobody can be looked up.
    const caller = route.access === "public" ? null : await callerOf(request, authenticator, isAttended(request, route));
    request.actor = caller?.actor ?? null;
    admit(request.actor, route);
    if (caller) request.credential = caller.credential;
    request.admittedTo = route;
  });
}

/** For answers that stay open: whether the caller would be let in again now. Asking is no use of the session. */
export async function isStillAdmitted(request: FastifyRequest, authenticator: Authenticator): Promise<boolean> {
  const caller = await callerOf(request, authenticator, false);
  return caller !== null && request.admittedTo !== undefined && mayCall(caller.actor, request.admittedTo);
}

export function largestBody(route: Route): number {
  return (route.access === "public" ? undefined : route.largestBody) ?? USUAL_BODY;
}

export function bodyTooLarge(bytes: number): DomainError {
  return new DomainError("too_large", "body.too_large", `The body is larger than the ${bytes} bytes this address accepts.`, {
    field: "body",
    remedy: "Send it in several parts; a file goes to /api/uploads.",
    params: { bytes },
  });
}

export function mayCall(actor: Actor, route: Route): boolean {
  if (actor.kind === "machine") return route.scope !== undefined && actor.scopes.includes(route.scope);
  return actor.kind === "person" && ROLES[route.access].includes(actor.role);
}

/** What the router was told, which knows the webhook door, too. */
function limitOf(request: FastifyRequest): number {
  return request.routeOptions.bodyLimit ?? USUAL_BODY;
}

function admit(actor: Actor | null, route: Route): void {
  if (route.access === "public") return;
  if (!actor) {
    throw new DomainError("unauthenticated", "session.missing", "You are not signed in, or the session is over.", {
      remedy: "Sign in and try again.",
    });
  }
  if (!mayCall(actor, route)) {
    throw forbidden("access.denied", "Your role may not do this.", { remedy: "Ask an administrator of the account." });
  }
}

/** An open page reads again by itself whenever something happens. That keeps no session alive: the panel says when nobody touched it for long. */
function isAttended(request: FastifyRequest, route: Route): boolean {
  return request.headers["x-saldo-unattended"] === undefined && route.path !== LIVE_FEED;
}

function callerOf(request: FastifyRequest, authenticator: Authenticator, attended: boolean): Promise<Caller | null> {
  const bearer = bearerOf(request);
  if (bearer) return authenticator.byApiKey(bearer);
  const cookie = request.cookies[SESSION_COOKIE];
  return cookie ? authenticator.bySession(cookie, attended) : Promise.resolve(null);
}

const ROLES: Record<Access, readonly string[]> = {
  public: ["administrator", "agent", "compliance"],
  user: ["administrator", "agent", "compliance"],
  /** Anyone of the staff may stop things: stopping is never the wrong way round. */
  staff: ["administrator", "agent", "compliance"],
  agent: ["administrator", "agent"],
  admin: ["administrator"],
  compliance: ["administrator", "compliance"],
};

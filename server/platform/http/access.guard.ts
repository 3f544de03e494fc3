import "@fastify/cookie";
import { type CanActivate, type ExecutionContext, Injectable } from "@nestjs/common";
import type { FastifyRequest } from "fastify";
import type { Access, Route } from "../../contract/route.js";
import type { Actor } from "../../shared/actor.js";
import { DomainError, forbidden } from "../../shared/errors.js";
import { Authenticator, SESSION_COOKIE } from "./authenticator.js";
import { ROUTE } from "./endpoint.js";

/** Who may call a route, from the route's own `access` and `scope`. A handler without a contract route answers for itself. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly authenticator: Authenticator) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const route = Reflect.getMetadata(ROUTE, context.getHandler()) as Route | undefined;
    if (!route) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const actor = await this.actorOf(request);
    request.actor = actor;
    if (route.access === "public") return true;
    if (!actor) {
      throw new DomainError("unauthenticated", "session.missing", "You are not signed in, or the session is over.", {
        remedy: "Sign in and try again.",
      });
    }
    if (!mayCall(actor, route)) {
      throw forbidden("access.denied", "Your role may not do this.", { remedy: "Ask an administrator of the account." });
    }
    return true;
  }

  private actorOf(request: FastifyRequest): Promise<Actor | null> {
    const bearer = /^Bearer (\S+)$/.exec(request.headers.authorization ?? "")?.[1];
    if (bearer) return this.authenticator.byApiKey(bearer);
    const cookie = request.cookies[SESSION_COOKIE];
    return cookie ? this.authenticator.bySession(cookie) : Promise.resolve(null);
  }
}

export function mayCall(actor: Actor, route: Route): boolean {
  if (actor.kind === "machine") return route.scope !== undefined && actor.scopes.includes(route.scope);
  return actor.kind === "person" && ROLES[route.access].includes(actor.role);
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

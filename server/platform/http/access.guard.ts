import { type CanActivate, type ExecutionContext, Injectable } from "@nestjs/common";
import type { FastifyRequest } from "fastify";
import type { Route } from "../../contract/route.js";
import { forbidden } from "../../shared/errors.js";
import { ROUTE } from "./endpoint.js";

/** Who may call a route was decided before its body was read (see `Gate`). What did not pass there is not handled here. */
@Injectable()
export class AccessGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const route = Reflect.getMetadata(ROUTE, context.getHandler()) as Route | undefined;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (route && request.admittedTo !== route) {
      throw forbidden("access.denied", "Your role may not do this.", { remedy: "Ask an administrator of the account." });
    }
    return true;
  }
}

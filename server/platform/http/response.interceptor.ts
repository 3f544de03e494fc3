import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from "@nestjs/common";
import { map, type Observable } from "rxjs";
import type { Route } from "../../contract/route.js";
import { ROUTE } from "./endpoint.js";

/** Sends exactly what the contract names: a field that is not in the response schema never leaves, a missing one is our error (500). */
@Injectable()
export class ResponseSchemaInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const route = Reflect.getMetadata(ROUTE, context.getHandler()) as Route | undefined;
    if (!route || route.response === "stream") return next.handle();
    const schema = route.response;
    return next.handle().pipe(map((value) => (schema === null ? undefined : schema.parse(value))));
  }
}

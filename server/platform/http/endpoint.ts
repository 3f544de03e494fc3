import { Readable } from "node:stream";
import {
  applyDecorators,
  createParamDecorator,
  Delete,
  type ExecutionContext,
  Get,
  HttpCode,
  Patch,
  Post,
  Put,
  SetMetadata,
} from "@nestjs/common";
import type { FastifyRequest } from "fastify";
import type { z } from "zod";
import type { HandlerInput, Route } from "../../contract/route.js";
import { DomainError } from "../../shared/errors.js";
import { illFormed } from "../../shared/well-formed.js";
import { inputProblem, type InputProblem, issueWords } from "./field-problem.js";
import { bodyTooLarge } from "./gate.js";

export const ROUTE = "saldo:route";

const VERBS = { GET: Get, POST: Post, PUT: Put, PATCH: Patch, DELETE: Delete };

/** Binds a handler to a route of the contract: verb, path, access and schemas come from there and nowhere else. */
export function Endpoint(route: Route): MethodDecorator {
  return applyDecorators(VERBS[route.method](route.path), HttpCode(route.response === null ? 204 : 200), SetMetadata(ROUTE, route));
}

/** The validated input of the route: `@Input() input: HandlerInput<typeof routes.portfolio.hold>`. */
export const Input = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const route = Reflect.getMetadata(ROUTE, context.getHandler()) as Route;
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  return {
    params: parse(route.params, request.params, "address"),
    query: parse(route.query, request.query, "query"),
    body: route.body === "bytes" ? undefined : parse(route.body, request.body, "body"),
  } satisfies HandlerInput<Route>;
});

/** The bytes of a body that is no JSON, as they arrive; nothing for a request without one. */
export const Bytes = createParamDecorator((_: unknown, context: ExecutionContext): AsyncIterable<Uint8Array> => {
  const { body, routeOptions } = context.switchToHttp().getRequest<FastifyRequest>();
  return body instanceof Readable ? atMost(routeOptions.bodyLimit, body) : Readable.from([]);
});

/** The framework counts only what it parses itself. */
async function* atMost(bytes: number, body: Readable): AsyncGenerator<Uint8Array> {
  let came = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    came += chunk.length;
    if (came > bytes) throw bodyTooLarge(bytes);
    yield chunk;
  }
}

/** The signed-in person or machine. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext) => {
  return context.switchToHttp().getRequest<FastifyRequest>().actor ?? null;
});

/** One or more fields are wrong; the answer names each of them. */
export class InvalidInput extends DomainError {
  constructor(readonly fields: readonly InputProblem[]) {
    const first = fields[0];
    super("invalid", "input.invalid", first ? `${first.field}: ${first.message}` : "The request is not valid.", {
      remedy: "Correct the named fields and send the request again.",
    });
  }
}

function parse(schema: z.ZodType | undefined, value: unknown, where: string): unknown {
  if (!schema) return undefined;
  const broken = illFormed(value);
  if (broken)
    throw new InvalidInput([
      { field: broken.join(".") || where, message: "has half a character, which no encoding can write", problem: "not_accepted" },
    ]);
  const result = schema.safeParse(value ?? {}, { error: issueWords, reportInput: true });
  if (result.success) return result.data;
  throw new InvalidInput(result.error.issues.map((issue) => inputProblem(issue, where)));
}

import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from "@nestjs/common";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { ErrorBody } from "../../contract/common.contract.js";
import { DomainError, type ErrorKind } from "../../shared/errors.js";
import { type DatabaseTrouble, troubleOf } from "../database/trouble.js";
import { Logger } from "../observability/logger.js";
import { Refusals } from "../observability/refusals.js";
import { InvalidInput } from "./endpoint.js";
import { bodyTooLarge } from "./gate.js";
import { securityRefusalOf } from "./refusal-of.js";

const STATUS: Record<ErrorKind, number> = {
  invalid: 422,
  too_large: 413,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_many: 429,
  unavailable: 503,
};

/** The one place where errors become answers. What we did not expect is logged without its text and answered without detail. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  constructor(
    private readonly logger: Logger,
    private readonly refusals: Refusals,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    if (reply.sent) return;
    const { status, body } = this.answer(error, request);
    const refusal = securityRefusalOf(request, status, body.code);
    if (refusal) this.refusals.note(refusal, body.code, accountIdOf(request));
    // Closing at once, as the framework would, resets the connection under the sender, who then never reads why. What is still on its way
    // is dropped as it comes.
    if (status === 413) void reply.removeHeader("connection");
    const wait = RETRY_AFTER[status];
    if (wait) void reply.header("retry-after", wait);
    void reply.status(status).send(body);
  }

  private answer(error: unknown, request: FastifyRequest): { status: number; body: ErrorBody } {
    if (error instanceof InvalidInput)
      return {
        status: STATUS.invalid,
        body: {
          ...bodyOf(error),
          fields: error.fields.map((field) => ({ ...field, ...(field.params ? { params: { ...field.params } } : {}) })),
        },
      };
    if (error instanceof DomainError) return { status: STATUS[error.kind], body: bodyOf(error) };
    const trouble = troubleOf(error);
    if (trouble) {
      this.logger.error("database.trouble", { reason: trouble, error, method: request.method, route: request.routeOptions.url });
      return { status: STATUS.unavailable, body: { code: `database.${trouble}`, ...TROUBLES[trouble] } };
    }
    const status = error instanceof HttpException ? error.getStatus() : Number((error as { statusCode?: unknown })?.statusCode ?? 500);
    if (status === 413) return { status, body: bodyOf(bodyTooLarge(request.routeOptions.bodyLimit)) };
    if (status >= 400 && status < 500) {
      return { status, body: { code: `http.${status}`, ...(CLIENT_ERRORS[status] ?? UNREADABLE) } };
    }
    this.logger.error("request.failed", { error, method: request.method, route: request.routeOptions.url });
    return {
      status: 500,
      body: {
        code: "internal",
        message: "Something failed on our side. Nothing was half done.",
        remedy: "Try again; if it stays, send the time of this error to the operator.",
      },
    };
  }
}

/** Seconds until it is worth trying again. */
const RETRY_AFTER: Readonly<Record<number, string>> = { 429: "60", 503: "10" };

const TROUBLES: Readonly<Record<DatabaseTrouble, { readonly message: string; readonly remedy: string }>> = {
  unreachable: { message: "The database does not answer.", remedy: "Try again in a minute, and look first whether it was saved." },
  busy: { message: "The database is busy with something else. Nothing was changed.", remedy: "Try again in a minute." },
  full: {
    message: "The disk of the database is full. Nothing was changed.",
    remedy: "Tell the operator: as soon as there is room, everything goes on by itself.",
  },
  unwritable: { message: "The database takes nothing that is written. Nothing was changed.", remedy: "Tell the operator." },
  damaged: {
    message: "The database's file is damaged. Nothing was changed.",
    remedy: "Tell the operator: it has to be restored from a backup.",
  },
};

const UNREADABLE = {
  message: "The request could not be read.",
  remedy: "Send a body of valid JSON, as the API's description has it.",
};

const CLIENT_ERRORS: Readonly<Record<number, { readonly message: string; readonly remedy: string }>> = {
  404: { message: "There is nothing at this address.", remedy: "Check path and method." },
  415: { message: "The body's content type is not accepted here.", remedy: "Send JSON, with the header content-type: application/json." },
};

function accountIdOf({ actor }: FastifyRequest): number | null {
  return actor?.kind === "person" || actor?.kind === "machine" ? actor.accountId : null;
}

function bodyOf(error: DomainError): ErrorBody {
  const { field, remedy, params } = error.detail;
  return {
    code: error.code,
    message: error.message,
    ...(remedy ? { remedy } : {}),
    ...(field ? { fields: [{ field, message: error.message }] } : {}),
    ...(params ? { params: { ...params } } : {}),
  };
}

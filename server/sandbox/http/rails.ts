import type { FastifyRequest } from "fastify";

/** Rails' page for an unhandled exception. */
export const ERROR_PAGE =
  "<!DOCTYPE html><html><head><title>We're sorry, but something went wrong (500)</title></head><body></body></html>";

/** Path without the query. */
export function pathOf(request: FastifyRequest): string {
  return request.url.split("?", 1)[0] ?? "";
}

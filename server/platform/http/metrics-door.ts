import { timingSafeEqual } from "node:crypto";
import type { FastifyInstance } from "fastify";
import type { Clock } from "../clock/clock.js";
import type { Metrics } from "../observability/metrics.js";
import type { Refusals } from "../observability/refusals.js";
import { bearerOf } from "./bearer.js";
import { contractRoute } from "./route-table.js";

/** Counts every answer by route and status: the pattern of the route, never the address that was called. */
export function countAnswers(server: FastifyInstance, metrics: Metrics, clock: Clock): void {
  const answered = metrics.counter("http_requests_total", "Answers by route and status", ["method", "route", "status"]);
  const took = metrics.timer("http_request_seconds", "How long answers took", ["method", "route"]);
  const began = new WeakMap<object, number>();
  server.addHook("onRequest", (request, _reply, done) => {
    began.set(request, clock.monotonic());
    done();
  });
  server.addHook("onResponse", (request, reply, done) => {
    const route = request.routeOptions.url ?? "unmatched";
    const { method } = request;
    answered({ method, route, status: String(reply.statusCode) });
    // A stream ends when its reader goes away, which says nothing about us.
    if (contractRoute(method, route)?.response !== "stream") {
      took({ method, route }, (clock.monotonic() - (began.get(request) ?? clock.monotonic())) / 1_000);
    }
    done();
  });
}

/** `GET /metrics` beside the panel, for whoever has the token; without a token there is no such address. */
export function serveMetrics(server: FastifyInstance, token: string | null, metrics: Metrics, refusals: Refusals): void {
  if (token === null) return;
  server.get("/metrics", async (request, reply) => {
    if (!isSame(bearerOf(request) ?? "", token)) {
      refusals.note("key_unknown", "metrics.token", null);
      return reply
        .status(401)
        .header("www-authenticate", "Bearer")
        .send({ code: "metrics.token", message: "The token is not the one set." });
    }
    return reply.header("content-type", metrics.contentType).send(await metrics.text());
  });
}

export function isSame(given: string, wanted: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(wanted)];
  return left.length === right.length && timingSafeEqual(left, right);
}

import Fastify, { type FastifyInstance } from "fastify";
import type { SandboxContext } from "../context.js";
import { HostError } from "../host/host-error.js";
import { ClockHolds } from "./clock-holds.js";
import { installFaults } from "./fault-hooks.js";
import { ERROR_PAGE, pathOf } from "./rails.js";
import type { Throttles } from "./throttles.js";

const MOST_BYTES = 25 * 1024 * 1024;

/** Long-lived and harmless requests that must not make a stepped clock stand still. */
const LIVE_FEED = "/sandbox/api/live";

/** A REST request as the host's log would show it, with its query and the status it was answered with. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

export function createServer(context: SandboxContext, throttles: Throttles, saw: (request: SeenRequest) => void): FastifyInstance {
  const app = Fastify({ logger: false, bodyLimit: MOST_BYTES, forceCloseConnections: true, routerOptions: { ignoreTrailingSlash: true } });
  const holds = new ClockHolds(context.clock);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "string" }, (_request, body, done) => {
    if (body === "") return done(null, {});
    try {
      done(null, JSON.parse(String(body)));
    } catch {
      done(new HostError(400, { status: 400, error: "Bad Request" }));
    }
  });
  app.addHook("onRequest", (request, reply, done) => {
    // Node would write the machine's time; the helpdesk lives by the sandbox's.
    reply.header("date", new Date(context.clock.now() + context.faults.clockSkewMs).toUTCString());
    if (pathOf(request) !== LIVE_FEED) holds.hold(request, reply);
    if (pathOf(request).startsWith("/api/") && throttles.exceeded(pathOf(request), context.clock.now())) {
      return void reply.code(429).type("text/plain").send("Retry later\n");
    }
    done();
  });
  app.addHook("onResponse", (request, reply, done) => {
    if (pathOf(request).startsWith("/api/")) saw({ method: request.method, path: request.url, status: reply.statusCode });
    done();
  });
  installFaults(app, context, holds);
  app.setErrorHandler((error, _request, reply) => {
    if (error instanceof HostError) {
      if (error.body !== undefined) return reply.code(error.status).send(error.body);
      return error.status === 500 ? reply.code(500).type("text/html").send(ERROR_PAGE) : reply.code(error.status).send();
    }
    const status = error instanceof Error && "statusCode" in error && typeof error.statusCode === "number" ? error.statusCode : 500;
    return reply.code(status).type("text/html").send(ERROR_PAGE);
  });
  app.setNotFoundHandler((_request, reply) => reply.code(404).type("text/html").send("<!DOCTYPE html><title>404</title>"));
  return app;
}

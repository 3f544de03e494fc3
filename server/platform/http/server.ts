import cookie from "@fastify/cookie";
import type { DynamicModule } from "@nestjs/common";
import type { FastifyInstance, FastifyReply } from "fastify";
import { NestFactory } from "@nestjs/core";
import { FastifyAdapter, type NestFastifyApplication } from "@nestjs/platform-fastify";
import { USUAL_BODY } from "../../contract/route.js";
import type { Config } from "../config/config.js";
import { Clock } from "../clock/clock.js";
import { Metrics } from "../observability/metrics.js";
import { Refusals } from "../observability/refusals.js";
import { Logger } from "../observability/logger.js";
import { Authenticator } from "./authenticator.js";
import { compressAnswers } from "./compression.js";
import { gate } from "./gate.js";
import { type FrameAncestors, protect, standingHeaders } from "./guards.js";
import { acceptJson } from "./json-body.js";
import { countAnswers, serveMetrics } from "./metrics-door.js";
import { panelFolder, servePanel } from "./panel-pages.js";
import { limitPatience } from "./patience.js";

/** Builds the HTTP application; the caller listens and closes. @param morePages addresses beside the panel's, for the demo */
export async function createServer(
  module: DynamicModule,
  config: Config,
  frameAncestors: (app: NestFastifyApplication) => FrameAncestors,
  morePages?: (server: FastifyInstance) => void,
): Promise<NestFastifyApplication> {
  const publicOrigin = new URL(config.publicUrl).origin;
  const adapter = new FastifyAdapter({
    bodyLimit: USUAL_BODY,
    trustProxy: whomToTrust(config.trustProxy),
    // Node looks through its connections now and then; the shorter the patience, the more often.
    http: { headersTimeout: config.requestTimeoutMs, connectionsCheckingInterval: Math.min(5_000, config.requestTimeoutMs) },
    forceCloseConnections: true,
    // Addresses that cannot be decoded are refused before any hook runs.
    frameworkErrors: (_error: unknown, _request: unknown, reply: FastifyReply) =>
      void reply.status(400).headers(standingHeaders(publicOrigin)).send({
        code: "address.unreadable",
        message: "The address could not be read.",
        remedy: "Check how it is encoded.",
      }),
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, { logger: false, abortOnError: false, bodyParser: false });
  const server = adapter.getInstance();
  acceptJson(server);
  const metrics = app.get(Metrics);
  countAnswers(server, metrics, app.get(Clock));
  // Handed on as it comes: the handler reads it piece by piece and counts.
  server.addContentTypeParser("application/octet-stream", (_request, payload, done) => done(null, payload));
  await app.register(cookie);
  await compressAnswers(app);
  protect(server, { publicOrigin, clock: app.get(Clock), frameAncestors: frameAncestors(app) });
  limitPatience(server, config.requestTimeoutMs);
  gate(server, app.get(Authenticator));
  const folder = panelFolder();
  if (folder) await servePanel(app, server, folder);
  serveMetrics(server, config.metricsToken, metrics, app.get(Refusals));
  morePages?.(server);
  app.enableShutdownHooks(["SIGTERM", "SIGINT"], { useProcessExit: true });
  await app.init();
  await server.ready();
  app.get(Logger).info("server.ready", { role: config.role });
  return app;
}

/** By number of hops only the chain's length decides, so nobody but the proxies may reach this port; by address it is looked at. */
function whomToTrust(proxies: Config["trustProxy"]): false | string[] | ((address: string, hop: number) => boolean) {
  if (typeof proxies === "number") return (_address, hop) => hop < proxies;
  return proxies && [...proxies];
}

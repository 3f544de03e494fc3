import { existsSync } from "node:fs";
import { join } from "node:path";
import cookie from "@fastify/cookie";
import fastifyStatic from "@fastify/static";
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
import { gate } from "./gate.js";
import { ACCOUNT_PAGES, type FrameAncestors, protect, standingHeaders } from "./guards.js";
import { readJson } from "./json-body.js";
import { countAnswers, serveMetrics } from "./metrics-door.js";
import { limitPatience } from "./patience.js";

/** The panel as built by Vite; from dist/server or, in tests, from the sources. */
export function panelFolder(): string | null {
  const folder = join(process.cwd(), "dist", "panel");
  return existsSync(join(folder, "index.html")) ? folder : null;
}

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
  readJson(server);
  const metrics = app.get(Metrics);
  countAnswers(server, metrics, app.get(Clock));
  // Handed on as it comes: the handler reads it piece by piece and counts.
  server.addContentTypeParser("application/octet-stream", (_request, payload, done) => done(null, payload));
  await app.register(cookie);
  protect(server, { publicOrigin, clock: app.get(Clock), frameAncestors: frameAncestors(app) });
  limitPatience(server, config.requestTimeoutMs);
  gate(server, app.get(Authenticator));
  const folder = panelFolder();
  if (folder) {
    await app.register(fastifyStatic, { root: folder, wildcard: false, index: false });
    // Every address of the single-page panel answers with its one page.
    for (const path of ["/", ACCOUNT_PAGES, "/help/*"]) {
      server.get(path, (_request, reply) => (reply as unknown as { sendFile(name: string): unknown }).sendFile("index.html"));
    }
  }
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

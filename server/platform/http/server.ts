import { existsSync } from "node:fs";
import { join } from "node:path";
import cookie from "@fastify/cookie";
import fastifyStatic from "@fastify/static";
import type { DynamicModule } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { FastifyAdapter, type NestFastifyApplication } from "@nestjs/platform-fastify";
import type { Config } from "../config/config.js";
import { Clock } from "../clock/clock.js";
import { Logger } from "../observability/logger.js";
import { type FrameAncestors, protect } from "./guards.js";

/** Imports are sent as JSON with the file inside: 20 MB of bytes as base64 and a little more. */
const BODY_LIMIT = 27_262_976;

/** The panel as built by Vite; from dist/server or, in tests, from the sources. */
export function panelFolder(): string | null {
  const folder = join(process.cwd(), "dist", "panel");
  return existsSync(join(folder, "index.html")) ? folder : null;
}

/** Builds the HTTP application; the caller listens and closes. */
export async function createServer(
  module: DynamicModule,
  config: Config,
  frameAncestors: (app: NestFastifyApplication) => FrameAncestors,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({ bodyLimit: BODY_LIMIT, trustProxy: config.trustProxy, forceCloseConnections: true });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, { logger: false, abortOnError: false });
  const server = adapter.getInstance();
  // Handed on as it comes: the handler reads it piece by piece and counts.
  server.addContentTypeParser("application/octet-stream", (_request, payload, done) => done(null, payload));
  await app.register(cookie);
  protect(server, { publicOrigin: new URL(config.publicUrl).origin, clock: app.get(Clock), frameAncestors: frameAncestors(app) });
  const folder = panelFolder();
  if (folder) {
    await app.register(fastifyStatic, { root: folder, wildcard: false, index: false });
    // Every address of the single-page panel answers with its one page.
    for (const path of ["/", "/a/*", "/help/*"]) {
      server.get(path, (_request, reply) => (reply as unknown as { sendFile(name: string): unknown }).sendFile("index.html"));
    }
  }
  app.enableShutdownHooks(["SIGTERM", "SIGINT"], { useProcessExit: true });
  await app.init();
  await server.ready();
  app.get(Logger).info("server.ready", { role: config.role });
  return app;
}

import { existsSync } from "node:fs";
import { join, sep } from "node:path";
import fastifyStatic from "@fastify/static";
import type { NestFastifyApplication } from "@nestjs/platform-fastify";
import type { FastifyInstance } from "fastify";
import { ACCOUNT_PAGES } from "./guards.js";

/** Files whose names carry their content's hash: another content is another address. */
const HASHED = `${sep}assets${sep}`;

/** The panel as built by Vite; from dist/server or, in tests, from the sources. */
export function panelFolder(): string | null {
  const folder = join(process.cwd(), "dist", "panel");
  return existsSync(join(folder, "index.html")) ? folder : null;
}

/** The built files, compressed ones where they lie beside them, and the one page that answers every address of the single-page panel. */
export async function servePanel(app: NestFastifyApplication, server: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    preCompressed: true,
    globIgnore: ["**/*.{br,gz}"],
    cacheControl: false,
    setHeaders: (reply, path) => {
      // The page and what has no hash are asked for anew each time: they name the files of the running version.
      void reply.header("cache-control", path.includes(HASHED) ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
  for (const path of ["/", ACCOUNT_PAGES, "/help/*"]) {
    server.get(path, (_request, reply) => (reply as unknown as { sendFile(name: string): unknown }).sendFile("index.html"));
  }
}

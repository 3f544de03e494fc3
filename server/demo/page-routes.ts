import { readFileSync } from "node:fs";
import type { FastifyInstance } from "fastify";
import type { DemoProgress } from "./progress.js";

const FILES = {
  "/demo": ["index.html", "text/html; charset=utf-8"],
  "/demo/demo.css": ["demo.css", "text/css; charset=utf-8"],
  "/demo/demo.js": ["demo.js", "text/javascript; charset=utf-8"],
  "/demo/chart.js": ["chart.js", "text/javascript; charset=utf-8"],
  "/demo/words.js": ["words.js", "text/javascript; charset=utf-8"],
} as const;

/** The page that shows the days as they are lived, and then opens the panel. Its files lie beside this module, in the sources as in the build. */
export function demoPage(progress: DemoProgress): (server: FastifyInstance) => void {
  return (server) => {
    for (const [url, [name, type]] of Object.entries(FILES)) {
      server.get(url, (_request, reply) => reply.type(type).send(readFileSync(new URL(`./page/${name}`, import.meta.url))));
    }
    server.get("/demo/state", (_request, reply) => reply.send(progress.state()));
  };
}

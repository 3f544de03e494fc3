import { readFileSync } from "node:fs";
import type { FastifyInstance } from "fastify";

const TYPES: Record<string, string> = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
};
const STYLES = ["base", "lists", "conversation", "panels", "small-screens"];
const SCRIPTS = ["api", "app", "conversation", "dom", "frame", "inputs", "list", "people", "sidebar", "store", "theme", "views", "words"];
/** Nothing else is served, whatever the path says. */
const FILES = new Set([...STYLES.map((name) => `${name}.css`), ...SCRIPTS.map((name) => `${name}.js`)]);

/** The helpdesk's page. Its files lie beside this module, in the sources as in the build. */
export function pageRoutes(app: FastifyInstance): void {
  // Chatwoot keeps Rails' default: nobody frames the dashboard.
  const file = (name: string) => ({
    body: readFileSync(new URL(`./page/${name}`, import.meta.url)),
    type: TYPES[name.split(".").at(-1)!]!,
  });
  const shell = [
    "/app/accounts/:accountId/conversations",
    "/app/accounts/:accountId/conversations/:displayId",
    "/app/accounts/:accountId/dashboard",
  ];
  for (const url of shell) {
    app.get(url, (_request, reply) => {
      const { body, type } = file("index.html");
      return reply.header("x-frame-options", "SAMEORIGIN").header("cache-control", "no-store").type(type).send(body);
    });
  }
  app.get<{ Params: { name: string } }>("/sandbox/page/:name", (request, reply) => {
    const { name } = request.params;
    if (!FILES.has(name)) return reply.code(404).send();
    const { body, type } = file(name);
    return reply.header("cache-control", "no-store").type(type).send(body);
  });
  app.get("/", (_request, reply) => reply.redirect("/app/accounts/1/conversations"));
  app.get("/app", (_request, reply) => reply.redirect("/app/accounts/1/conversations"));
}

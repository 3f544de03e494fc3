import { readFileSync } from "node:fs";
import type { FastifyInstance } from "fastify";

const FILES: Record<string, string> = {
  "index.html": "text/html; charset=utf-8",
  "page.css": "text/css; charset=utf-8",
  "app.js": "text/javascript; charset=utf-8",
  "api.js": "text/javascript; charset=utf-8",
  "words.js": "text/javascript; charset=utf-8",
  "views.js": "text/javascript; charset=utf-8",
  "frame.js": "text/javascript; charset=utf-8",
};

/** The helpdesk's page. Its files lie beside this module, in the sources as in the build. */
export function pageRoutes(app: FastifyInstance): void {
  // Chatwoot keeps Rails' default: nobody frames the dashboard.
  const file = (name: string) => ({ body: readFileSync(new URL(`./page/${name}`, import.meta.url)), type: FILES[name] });
  const shell = [
    "/app/accounts/:accountId/conversations",
    "/app/accounts/:accountId/conversations/:displayId",
    "/app/accounts/:accountId/dashboard",
  ];
  for (const url of shell) {
    app.get(url, (_request, reply) => {
      const { body, type } = file("index.html");
      return reply.header("x-frame-options", "SAMEORIGIN").header("cache-control", "no-store").type(type!).send(body);
    });
  }
  app.get<{ Params: { name: string } }>("/sandbox/page/:name", (request, reply) => {
    const { name } = request.params;
    if (!(name in FILES)) return reply.code(404).send();
    const { body, type } = file(name);
    return reply.header("cache-control", "no-store").type(type!).send(body);
  });
  app.get("/", (_request, reply) => reply.redirect("/app/accounts/1/conversations"));
  app.get("/app", (_request, reply) => reply.redirect("/app/accounts/1/conversations"));
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { paramsOf } from "../http/host-router.js";
import type { Params } from "../http/params.js";
import type { JsonObject } from "../state/records.js";
import type { World } from "../state/world.js";
import { type MetaTemplate, TemplateRefused, type TemplateCategory, type TemplateRegistry, templateJson } from "./template-registry.js";

const PAGE = 25;
const CATEGORIES = new Set<string>(["UTILITY", "MARKETING", "AUTHENTICATION"]);

/** Meta's template management under `/graph/v23.0`, with Graph's own bodies and errors. The key is that of the inbox. */
export function graphRoutes(app: FastifyInstance, world: World, registry: TemplateRegistry): void {
  app.get("/graph/:version/:node/message_templates", (request, reply) => {
    const params = paramsOf(request);
    const wabaId = params.text("node") ?? "";
    if (!allowed(request, wabaId)) return refuse(reply, 190, undefined, "Invalid OAuth access token.");
    const rows = registry.list(wabaId).filter((row) => matches(row, params));
    const limit = params.integer("limit") ?? PAGE;
    const from = Number(Buffer.from(params.text("after") ?? "", "base64").toString() || 0);
    const data = rows.slice(from, from + limit).map((row) => templateJson(row, params.text("fields")?.split(",")));
    const cursor = (position: number) => Buffer.from(String(position)).toString("base64");
    const end = from + data.length;
    const next = end < rows.length ? { next: `/graph/v23.0/${wabaId}/message_templates?limit=${limit}&after=${cursor(end)}` } : {};
    return reply.send({ data, ...(data.length > 0 ? { paging: { cursors: { before: cursor(from), after: cursor(end) }, ...next } } : {}) });
  });

  app.post("/graph/:version/:node/message_templates", (request, reply) => {
    const params = paramsOf(request);
    const wabaId = params.text("node") ?? "";
    if (!allowed(request, wabaId)) return refuse(reply, 190, undefined, "Invalid OAuth access token.");
    const category = params.text("category") ?? "";
    if (!CATEGORIES.has(category))
      return refuse(reply, 100, undefined, "(#100) Param category must be one of {UTILITY, MARKETING, AUTHENTICATION}");
    try {
      const template = registry.submit(wabaId, {
        name: params.text("name") ?? "",
        language: params.text("language") ?? "",
        category: category as TemplateCategory,
        components: (params.list("components") ?? []) as JsonObject[],
        parameterFormat: params.text("parameter_format") === "NAMED" ? "NAMED" : "POSITIONAL",
      });
      return reply.send({ id: template.id, status: template.status, category: template.category });
    } catch (error) {
      if (error instanceof TemplateRefused) return refuse(reply, error.code, error, "Invalid parameter");
      throw error;
    }
  });

  app.delete("/graph/:version/:node/message_templates", (request, reply) => {
    const params = paramsOf(request);
    const wabaId = params.text("node") ?? "";
    if (!allowed(request, wabaId)) return refuse(reply, 190, undefined, "Invalid OAuth access token.");
    const id = params.text("hsm_id");
    const gone = registry.list(wabaId).filter((row) => row.name === params.text("name") && (id === undefined || row.id === id));
    if (gone.length === 0) return refuse(reply, 100, undefined, "(#100) Message template not found");
    for (const row of gone) registry.delete(row);
    return reply.send({ success: true });
  });

  app.get("/graph/:version/:node", (request, reply) => {
    const params = paramsOf(request);
    const template = registry.get(params.text("node") ?? "");
    if (!template || !allowed(request, template.wabaId)) {
      return refuse(reply, 100, undefined, `Unsupported get request. Object with ID '${params.text("node")}' does not exist`);
    }
    return reply.send(templateJson(template, params.text("fields")?.split(",")));
  });

  function allowed(request: FastifyRequest, wabaId: string): boolean {
    const key = request.headers.authorization?.replace(/^Bearer /u, "") ?? paramsOf(request).text("access_token");
    return (
      world.inboxes.find((row) => row.providerConfig.business_account_id === wabaId && row.providerConfig.api_key === key) !== undefined
    );
  }
}

function matches(row: MetaTemplate, params: Params): boolean {
  const wanted = (key: string, actual: string) => params.text(key) === undefined || params.text(key) === actual;
  return wanted("name", row.name) && wanted("status", row.status) && wanted("language", row.language) && wanted("category", row.category);
}

function refuse(reply: FastifyReply, code: number, refused: TemplateRefused | undefined, message: string): FastifyReply {
  return reply.code(code === 190 ? 401 : 400).send({
    error: {
      message,
      type: "OAuthException",
      code,
      ...(refused
        ? { error_subcode: refused.subcode, is_transient: false, error_user_title: refused.title, error_user_msg: refused.message }
        : {}),
      fbtrace_id: "AsandboxSandboxSandbox0",
    },
  });
}

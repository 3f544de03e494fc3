import type { FastifyInstance } from "fastify";
import { HostError } from "../host/host-error.js";
import { paramsOf } from "../http/host-router.js";
import {
  type MetaTemplate,
  TEMPLATE_STATUSES,
  TemplateRefused,
  type TemplateCategory,
  type TemplateRegistry,
  type TemplateStatus,
} from "../meta/template-registry.js";
import type { JsonObject } from "../state/records.js";
import type { World } from "../state/world.js";

/** The installer's and the tests' door to Meta: submit, list, and play the reviewer. */
export function metaDoor(app: FastifyInstance, world: World, registry: TemplateRegistry): void {
  const view = (row: MetaTemplate): JsonObject => ({
    id: row.id,
    waba_id: row.wabaId,
    name: row.name,
    language: row.language,
    status: row.status,
    category: row.category,
    components: row.components,
    parameter_format: row.parameterFormat,
    rejected_reason: row.rejectedReason,
  });
  const wabaOf = (inboxId: number | undefined): string => {
    const inbox = world.inboxes.get(inboxId);
    if (!inbox) throw new HostError(404, { error: "Give inboxId: the id of an inbox of the sandbox." });
    return inbox.providerConfig.business_account_id;
  };

  app.get("/sandbox/api/meta/templates", (request) => registry.list(wabaOf(paramsOf(request).integer("inboxId"))).map(view));
  app.post("/sandbox/api/meta/templates", (request) => {
    const params = paramsOf(request);
    try {
      return view(
        registry.submit(wabaOf(params.integer("inboxId")), {
          name: params.text("name") ?? "",
          language: params.text("language") ?? "",
          category: (params.text("category") ?? "UTILITY") as TemplateCategory,
          components: (params.list("components") ?? []) as JsonObject[],
          parameterFormat: params.text("parameter_format") === "NAMED" ? "NAMED" : "POSITIONAL",
        }),
      );
    } catch (error) {
      if (error instanceof TemplateRefused) throw new HostError(422, { error: error.message, code: error.code, subcode: error.subcode });
      throw error;
    }
  });
  app.patch("/sandbox/api/meta/templates/:id", (request) => {
    const params = paramsOf(request);
    const template = registry.get(params.text("id") ?? "");
    const status = params.text("status") ?? "";
    if (!template) throw new HostError(404, { error: "No such template." });
    if (!(TEMPLATE_STATUSES as readonly string[]).includes(status)) {
      throw new HostError(422, { error: `status must be one of ${TEMPLATE_STATUSES.join(", ")}` });
    }
    registry.setStatus(template, status as TemplateStatus, params.text("rejectedReason"));
    return view(template);
  });
  /** What the review does with the next submissions: `{afterMs: number|null, verdict, category: …|null}`, any of them. */
  app.post("/sandbox/api/meta/review", (request) => {
    const params = paramsOf(request);
    const { review } = registry;
    if (params.has("afterMs")) review.afterMs = params.integer("afterMs") ?? null;
    if (params.has("verdict")) review.verdict = params.text("verdict") === "REJECTED" ? "REJECTED" : "APPROVED";
    if (params.has("category")) review.category = (params.text("category") as TemplateCategory | undefined) ?? null;
    return { ...review };
  });
}

import type { FastifyInstance } from "fastify";
import { HostError } from "../host/host-error.js";
import { paramsOf } from "../http/host-router.js";
import type { TemplateRegistry } from "../meta/template-registry.js";
import { messageJson } from "../serializers/rest.js";
import type { JsonObject, MessageRecord, MessageStatus } from "../state/records.js";
import type { World } from "../state/world.js";
import type { Debtor } from "./debtor.js";
import { templateOf } from "./template-view.js";

const STATUSES: readonly string[] = ["sent", "delivered", "read", "failed"];

/** The debtor's phone over HTTP, for the page, scripts and other processes. */
export function playRoutes(app: FastifyInstance, world: World, registry: TemplateRegistry, debtor: Debtor): void {
  const answer = (message: MessageRecord | null): JsonObject => ({ message: message && messageJson(world, message) });

  app.post("/sandbox/api/inbound", (request) => {
    const params = paramsOf(request);
    const text = params.text("text");
    if (!text) throw new HostError(422, { error: "Give text: what the debtor writes." });
    return answer(
      debtor.write({
        accountId: params.id("accountId"),
        phone: params.text("phone"),
        conversationId: params.integer("conversationId"),
        text,
        replyToMessageId: params.integer("replyToMessageId"),
        profileName: params.text("profileName"),
        inboxId: params.integer("inboxId"),
      }),
    );
  });
  app.post("/sandbox/api/press", (request) => {
    const params = paramsOf(request);
    return answer(debtor.press(params.id("accountId"), params.id("messageId"), params.text("title") ?? ""));
  });
  app.post("/sandbox/api/receipt", (request) => {
    const params = paramsOf(request);
    const status = params.text("status") ?? "";
    if (!STATUSES.includes(status)) throw new HostError(422, { error: `status must be one of ${STATUSES.join(", ")}` });
    const code = params.integer("code");
    const failure = code === undefined ? undefined : { code, title: params.text("title") ?? "" };
    return debtor.receipt(params.id("accountId"), params.id("messageId"), status as MessageStatus, failure);
  });

  /** What surrounds the texts of a conversation on the debtor's phone, by message id. */
  app.get("/sandbox/api/templates-shown", (request) => {
    const params = paramsOf(request);
    const conversation = world.conversation(params.id("accountId"), params.id("conversationId"));
    const shown: Record<string, unknown> = {};
    for (const message of conversation ? world.messagesOf(conversation.id) : []) {
      const view = templateOf(world, registry, message);
      if (view) shown[message.id] = view;
    }
    return shown;
  });
}

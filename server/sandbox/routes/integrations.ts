import type { SandboxContext } from "../context.js";
import { notFound, recordInvalid } from "../host/host-error.js";
import type { Call, HostRouter } from "../http/host-router.js";
import type { Params } from "../http/params.js";
import { dashboardAppJson, webhookJson } from "../serializers/settings.js";
import type { DashboardAppRecord, Json, WebhookRecord } from "../state/records.js";
import { secureToken } from "../tokens.js";

const WEBHOOK_EVENTS = new Set<string>([
  "conversation_status_changed",
  "conversation_updated",
  "conversation_created",
  "contact_created",
  "contact_updated",
  "message_created",
  "message_updated",
  "webwidget_triggered",
  "inbox_created",
  "inbox_updated",
  "conversation_typing_on",
  "conversation_typing_off",
]);

/** Account webhooks and dashboard apps: how Saldo plugs in. */
export function integrationRoutes(router: HostRouter, context: SandboxContext): void {
  const { world, clock, entropy } = context;
  const admin = { administrators: true };

  const findWebhook = (call: Call): WebhookRecord => {
    const row = world.webhooks.get(call.params.id("id"));
    if (row?.accountId !== call.account.id) throw notFound();
    return row;
  };
  router.on("GET", "/webhooks", admin, (call) => ({
    payload: { webhooks: world.webhooks.where((row) => row.accountId === call.account.id).map((row) => webhookJson(world, row)) },
  }));
  router.on("POST", "/webhooks", admin, (call) => {
    const params = call.params.wrapped("webhook");
    const url = params.text("url") ?? "";
    const subscriptions = params.texts("subscriptions") ?? [];
    checkWebhook(call, url, subscriptions);
    const row = world.webhooks.insert({
      id: world.webhooks.nextId(),
      accountId: call.account.id,
      url,
      name: params.text("name") ?? null,
      inboxId: params.integer("inbox_id") ?? null,
      subscriptions,
      secret: secureToken(entropy),
    });
    return { payload: { webhook: webhookJson(world, row) } };
  });
  router.on(["PATCH", "PUT"], "/webhooks/:id", admin, (call) => {
    const row = findWebhook(call);
    const params = call.params.wrapped("webhook");
    const url = params.text("url") ?? row.url;
    const subscriptions = params.texts("subscriptions") ?? row.subscriptions;
    checkWebhook(call, url, subscriptions, row);
    Object.assign(row, { url, subscriptions, name: params.text("name") ?? row.name });
    return { payload: { webhook: webhookJson(world, row) } };
  });
  router.on("DELETE", "/webhooks/:id", admin, (call) => {
    world.webhooks.delete(findWebhook(call).id);
    return undefined;
  });

  const findApp = (call: Call): DashboardAppRecord => {
    const row = world.dashboardApps.get(call.params.id("id"));
    if (row?.accountId !== call.account.id) throw notFound();
    return row;
  };
  router.on("GET", "/dashboard_apps", {}, (call) =>
    world.dashboardApps.where((row) => row.accountId === call.account.id).map(dashboardAppJson),
  );
  router.on("GET", "/dashboard_apps/:id", {}, (call) => dashboardAppJson(findApp(call)));
  router.on("POST", "/dashboard_apps", admin, (call) => {
    const params = call.params.required("dashboard_app");
    const row = world.dashboardApps.insert({
      id: world.dashboardApps.nextId(),
      accountId: call.account.id,
      title: params.text("title") ?? "",
      content: frames(params),
      createdAt: clock.now(),
    });
    return dashboardAppJson(row);
  });
  router.on(["PATCH", "PUT"], "/dashboard_apps/:id", admin, (call) => {
    const row = findApp(call);
    const params = call.params.required("dashboard_app");
    if (params.has("content")) row.content = frames(params);
    row.title = params.text("title") ?? row.title;
    return dashboardAppJson(row);
  });
  router.on("DELETE", "/dashboard_apps/:id", { administrators: true, status: 204 }, (call) => {
    world.dashboardApps.delete(findApp(call).id);
    return undefined;
  });

  function checkWebhook(call: Call, url: string, subscriptions: readonly string[], self?: WebhookRecord): void {
    if (world.webhooks.find((row) => row.accountId === call.account.id && row.url === url && row !== self)) {
      throw recordInvalid("Url has already been taken", "url");
    }
    if (!/^https?:\/\/\S+$/u.test(url)) throw recordInvalid("Url is invalid", "url");
    if (subscriptions.length === 0 || subscriptions.some((event) => !WEBHOOK_EVENTS.has(event))) {
      throw recordInvalid("Subscriptions Invalid events", "subscriptions");
    }
  }
}

function frames(params: Params): DashboardAppRecord["content"] {
  const content = params.list("content") ?? [];
  const valid = (item: Json): item is { type: "frame"; url: string } =>
    item !== null &&
    typeof item === "object" &&
    !Array.isArray(item) &&
    item["type"] === "frame" &&
    typeof item["url"] === "string" &&
    /^https?:\/\//u.test(item["url"]);
  if (content.length === 0 || !content.every(valid)) throw recordInvalid("Content : Invalid data", "content");
  return content.map((item) => ({ type: "frame", url: (item as { url: string }).url }));
}

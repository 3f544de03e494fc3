import { HostError, notFound, unauthorized } from "../host/host-error.js";
import type { HostRouter } from "../http/host-router.js";
import type { TemplateSync } from "../meta/template-sync.js";
import { agentBotJson, agentJson, contactJson } from "../serializers/rest.js";
import { inboxJson } from "../serializers/settings.js";
import type { InboxRecord } from "../state/records.js";
import type { World } from "../state/world.js";
import { findInbox, seesInbox } from "./lookup.js";

export function inboxRoutes(router: HostRouter, world: World, sync: TemplateSync): void {
  router.on("GET", "/inboxes", {}, (call) => ({
    payload: world.inboxes
      .where((row) => row.accountId === call.account.id && seesInbox(call, row))
      .sort((a, b) => a.name.localeCompare(b.name))
      .map((row) => inboxJson(row, call.isAdministrator)),
  }));
  router.on("GET", "/inboxes/:id", {}, (call) => inboxJson(findInbox(world, call, call.params.integer("id")), call.isAdministrator));
  router.on(["PATCH", "PUT"], "/inboxes/:id", { administrators: true }, (call) => {
    const inbox = findInbox(world, call, call.params.integer("id"));
    inbox.name = call.params.text("name") ?? inbox.name;
    inbox.lockToSingleConversation = call.params.flag("lock_to_single_conversation") ?? inbox.lockToSingleConversation;
    inbox.enableAutoAssignment = call.params.flag("enable_auto_assignment") ?? inbox.enableAutoAssignment;
    return inboxJson(inbox, true);
  });
  router.on("DELETE", "/inboxes/:id", { administrators: true }, (call) => {
    findInbox(world, call, call.params.integer("id")).removed = true;
    return { message: "Your inbox deletion request will be processed in some time." };
  });
  router.on("POST", "/inboxes/:id/sync_templates", { administrators: true }, (call) => {
    sync.request(findInbox(world, call, call.params.integer("id")));
    return { message: "Template sync initiated successfully" };
  });
  router.on("GET", "/inboxes/:id/agent_bot", {}, (call) => {
    const bot = world.agentBots.get(findInbox(world, call, call.params.integer("id")).agentBotId);
    return { agent_bot: bot ? agentBotJson(bot, call.isAdministrator) : {} };
  });
  router.on("POST", "/inboxes/:id/set_agent_bot", { administrators: true }, (call) => {
    const inbox = findInbox(world, call, call.params.integer("id"));
    const id = call.params.integer("agent_bot");
    if (id !== undefined && world.agentBots.get(id)?.accountId !== call.account.id) throw notFound();
    inbox.agentBotId = id ?? null;
    return undefined;
  });

  const members = (inbox: InboxRecord) => ({
    payload: inbox.memberIds.map((id) => agentJson(world, inbox.accountId, world.users.must(id))),
  });
  const checkMembers = (inbox: InboxRecord, ids: readonly number[]) => {
    if (ids.some((id) => !world.membership(inbox.accountId, id))) throw unauthorized("Invalid User IDs");
  };
  router.on("GET", "/inbox_members/:inbox_id", {}, (call) => members(findInbox(world, call, call.params.integer("inbox_id"))));
  router.on(["POST", "PATCH"], "/inbox_members", { administrators: true }, (call) => {
    const inbox = findInbox(world, call, call.params.integer("inbox_id"));
    const ids = call.params.ids("user_ids");
    checkMembers(inbox, ids);
    inbox.memberIds = [...new Set([...inbox.memberIds, ...ids])];
    return members(inbox);
  });
  router.on("DELETE", "/inbox_members", { administrators: true }, (call) => {
    const inbox = findInbox(world, call, call.params.integer("inbox_id"));
    const gone = call.params.ids("user_ids");
    inbox.memberIds = inbox.memberIds.filter((id) => !gone.includes(id));
    return undefined;
  });
  router.on("GET", "/assignable_agents", {}, (call) => {
    const inboxes = call.params.ids("inbox_ids").map((id) => findInbox(world, call, id));
    const users = world.usersOf(call.account.id).filter((user) => {
      const administers = world.membership(call.account.id, user.id)?.role === "administrator";
      return administers || inboxes.every((inbox) => inbox.memberIds.includes(user.id));
    });
    return { payload: users.map((user) => agentJson(world, call.account.id, user)) };
  });

  /** Who owns a WhatsApp number in an inbox; 404 without a body when nobody does. */
  router.on("POST", "/contact_inboxes/filter", {}, (call) => {
    const inbox = findInbox(world, call, call.params.integer("inbox_id"));
    const row = world.contactInbox(inbox.id, call.params.text("source_id"));
    if (!row) throw new HostError(404, undefined);
    return contactJson(world, world.contacts.must(row.contactId), true);
  });
}

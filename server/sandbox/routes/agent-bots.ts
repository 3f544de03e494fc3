import type { SandboxContext } from "../context.js";
import { notFound } from "../host/host-error.js";
import type { Call, HostRouter } from "../http/host-router.js";
import { agentBotJson } from "../serializers/rest.js";
import type { AgentBotRecord } from "../state/records.js";
import { secureToken } from "../tokens.js";

export function agentBotRoutes(router: HostRouter, context: SandboxContext): void {
  const { world, entropy } = context;
  const admin = { administrators: true };
  const find = (call: Call): AgentBotRecord => {
    const bot = world.agentBots.get(call.params.id("id"));
    if (bot?.accountId !== call.account.id || bot.deleted) throw notFound();
    return bot;
  };

  router.on("GET", "/agent_bots", {}, (call) =>
    world.agentBots.where((row) => row.accountId === call.account.id && !row.deleted).map((row) => agentBotJson(row, call.isAdministrator)),
  );
  router.on("GET", "/agent_bots/:id", {}, (call) => agentBotJson(find(call), call.isAdministrator));
  router.on("POST", "/agent_bots", admin, (call) => {
    const { params } = call;
    const bot = world.agentBots.insert({
      id: world.agentBots.nextId(),
      accountId: call.account.id,
      name: params.text("name") ?? "",
      description: params.text("description") ?? null,
      outgoingUrl: params.text("outgoing_url") ?? null,
      botConfig: params.hash("bot_config") ?? {},
      accessToken: secureToken(entropy),
      secret: secureToken(entropy),
      deleted: false,
    });
    return agentBotJson(bot, true);
  });
  router.on(["PATCH", "PUT"], "/agent_bots/:id", admin, (call) => {
    const bot = find(call);
    bot.name = call.params.text("name") ?? bot.name;
    bot.description = call.params.text("description") ?? bot.description;
    bot.outgoingUrl = call.params.text("outgoing_url") ?? bot.outgoingUrl;
    return agentBotJson(bot, true);
  });
  router.on("DELETE", "/agent_bots/:id", admin, (call) => {
    const bot = find(call);
    for (const inbox of world.inboxes) if (inbox.agentBotId === bot.id) inbox.agentBotId = null;
    bot.deleted = true;
    return undefined;
  });
  router.on("POST", "/agent_bots/:id/reset_access_token", admin, (call) => {
    const bot = find(call);
    bot.accessToken = secureToken(entropy);
    return agentBotJson(bot, true);
  });
  router.on("POST", "/agent_bots/:id/reset_secret", admin, (call) => {
    const bot = find(call);
    bot.secret = secureToken(entropy);
    return agentBotJson(bot, true);
  });
}

import type { SandboxContext } from "../context.js";
import type { SandboxSeed } from "../seed.js";
import { secureToken } from "../tokens.js";

/** Self-hosted defaults that matter to an integration. */
const FEATURES = {
  api_and_webhooks: true,
  inbox_management: true,
  team_management: true,
  labels: true,
  agent_bots: true,
  automations: true,
};

/** Writes a seed into an empty world; nothing is announced. */
export function plant({ world, clock, entropy }: SandboxContext, seed: SandboxSeed): void {
  const now = clock.now();
  for (const { id: accountId, name, locale, timezone, users, inboxes, teams } of seed.accounts) {
    world.accounts.insert({ id: accountId, name, locale, timezone, status: "active", features: { ...FEATURES }, createdAt: now });
    for (const user of users) {
      if (!world.users.get(user.id)) {
        const { id, name: userName, email, accessToken } = user;
        world.users.insert({ id, name: userName, email, accessToken, pubsubToken: secureToken(entropy), uiSettings: {} });
      }
      const { role, availability = "online" } = user;
      world.memberships.insert({ id: world.memberships.nextId(), accountId, userId: user.id, role, availability });
    }
    for (const inbox of inboxes) {
      world.inboxes.insert({
        id: inbox.id,
        accountId,
        channelId: inbox.id,
        name: inbox.name,
        phoneNumber: inbox.phoneNumber,
        providerConfig: {
          api_key: `sandbox-meta-key-${inbox.id}`,
          phone_number_id: `2000000000000${inbox.id}`,
          business_account_id: inbox.wabaId,
          webhook_verify_token: `sandbox-verify-${inbox.id}`,
        },
        messageTemplates: {},
        templatesSyncedAt: null,
        lockToSingleConversation: inbox.lockToSingleConversation ?? false,
        enableAutoAssignment: inbox.enableAutoAssignment ?? true,
        memberIds: [...inbox.memberIds],
        agentBotId: null,
        timezone,
        reauthorizationRequired: false,
        removed: false,
        channelType: "Channel::Whatsapp",
      });
    }
    for (const team of teams) {
      world.teams.insert({
        id: world.teams.nextId(),
        accountId,
        name: team.name,
        description: team.description,
        allowAutoAssign: true,
        icon: "",
        iconColor: "",
        memberIds: [...team.memberIds],
        createdAt: now,
        updatedAt: now,
      });
    }
  }
}

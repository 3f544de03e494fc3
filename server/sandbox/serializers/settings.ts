import { toIso } from "../../shared/instant.js";
import type {
  AccountRecord,
  AttributeDefinitionRecord,
  DashboardAppRecord,
  InboxRecord,
  JsonObject,
  LabelRecord,
  UserRecord,
  WebhookRecord,
} from "../state/records.js";
import type { World } from "../state/world.js";

/** Views of what an administrator sets up. */

export function profileJson(world: World, user: UserRecord): JsonObject {
  const memberships = world.memberships.where((row) => row.userId === user.id);
  return {
    access_token: user.accessToken,
    account_id: memberships[0]?.accountId ?? null,
    available_name: user.name,
    avatar_url: "",
    confirmed: true,
    display_name: null,
    message_signature: null,
    email: user.email,
    id: user.id,
    inviter_id: null,
    name: user.name,
    provider: "email",
    pubsub_token: user.pubsubToken,
    role: memberships[0]?.role ?? null,
    ui_settings: user.uiSettings,
    uid: user.email,
    type: null,
    accounts: memberships.map((row) => {
      const account = world.accounts.must(row.accountId);
      return {
        id: account.id,
        name: account.name,
        status: account.status,
        onboarding_step: null,
        active_at: toIso(account.createdAt),
        role: row.role,
        permissions: [row.role],
        availability: row.availability,
        availability_status: row.availability,
        auto_offline: true,
        api_and_webhooks: true,
        custom_role_id: null,
        custom_role: null,
      };
    }),
  };
}

export function accountJson(account: AccountRecord): JsonObject {
  return {
    settings: { auto_resolve_after: null, auto_resolve_message: null, auto_resolve_ignore_waiting: null },
    created_at: toIso(account.createdAt),
    custom_attributes: { timezone: account.timezone },
    domain: null,
    features: account.features,
    id: account.id,
    locale: account.locale,
    name: account.name,
    support_email: null,
    status: account.status,
    cache_keys: { label: "0000000000000", inbox: "0000000000000", team: "0000000000000" },
    latest_chatwoot_version: null,
    subscribed_features: [],
  };
}

/** `provider_config`, with the WhatsApp key inside, only for administrators. */
export function inboxJson(inbox: InboxRecord, forAdministrator: boolean): JsonObject {
  const workingHours = [0, 1, 2, 3, 4, 5, 6].map((day) => ({
    day_of_week: day,
    closed_all_day: day === 0 || day === 6,
    open_hour: day === 0 || day === 6 ? null : 9,
    open_minutes: day === 0 || day === 6 ? null : 0,
    close_hour: day === 0 || day === 6 ? null : 17,
    close_minutes: day === 0 || day === 6 ? null : 0,
    open_all_day: false,
  }));
  return {
    id: inbox.id,
    avatar_url: "",
    channel_id: inbox.channelId,
    name: inbox.name,
    channel_type: inbox.channelType,
    greeting_enabled: false,
    greeting_message: null,
    working_hours_enabled: false,
    enable_email_collect: true,
    csat_survey_enabled: false,
    csat_config: {},
    enable_auto_assignment: inbox.enableAutoAssignment,
    auto_assignment_config: {},
    out_of_office_message: null,
    working_hours: workingHours,
    timezone: inbox.timezone,
    callback_webhook_url: null,
    allow_messages_after_resolved: true,
    lock_to_single_conversation: inbox.lockToSingleConversation,
    sender_name_type: "friendly",
    business_name: null,
    messaging_service_sid: null,
    phone_number: inbox.phoneNumber,
    provider: "whatsapp_cloud",
    message_templates: inbox.messageTemplates,
    ...(forAdministrator ? { provider_config: inbox.providerConfig } : {}),
    reauthorization_required: inbox.reauthorizationRequired,
    voice_enabled: false,
    inbound_calls_enabled: false,
  };
}

export function labelJson(label: LabelRecord): JsonObject {
  return { id: label.id, title: label.title, description: label.description, color: label.color, show_on_sidebar: label.showOnSidebar };
}

export function attributeDefinitionJson(row: AttributeDefinitionRecord): JsonObject {
  return {
    id: row.id,
    attribute_display_name: row.displayName,
    attribute_display_type: row.displayType,
    attribute_description: row.description,
    attribute_key: row.key,
    regex_pattern: row.regexPattern,
    regex_cue: row.regexCue,
    attribute_values: row.values,
    attribute_model: row.model,
    default_value: null,
    created_at: toIso(row.createdAt),
    updated_at: toIso(row.updatedAt),
  };
}

export function dashboardAppJson(app: DashboardAppRecord): JsonObject {
  return { id: app.id, title: app.title, content: app.content, created_at: toIso(app.createdAt) };
}

export function webhookJson(world: World, webhook: WebhookRecord): JsonObject {
  const inbox = world.inboxes.get(webhook.inboxId);
  return {
    id: webhook.id,
    name: webhook.name,
    url: webhook.url,
    account_id: webhook.accountId,
    subscriptions: webhook.subscriptions,
    secret: webhook.secret,
    ...(inbox ? { inbox: { id: inbox.id, name: inbox.name } } : {}),
  };
}

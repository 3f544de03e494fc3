import type { SandboxContext } from "../context.js";
import { crashed, notFound, recordInvalid } from "../host/host-error.js";
import type { HostRouter } from "../http/host-router.js";
import { attributeDefinitionJson } from "../serializers/settings.js";

const MODELS = ["conversation_attribute", "contact_attribute", "company_attribute"];
const TYPES = ["text", "number", "currency", "percent", "link", "date", "list", "checkbox"];
const KEY = /^[\p{L}\p{N}_.-]+$/u;
const RESERVED: Record<string, readonly string[]> = {
  conversation_attribute:
    "status priority assignee_id inbox_id team_id display_id campaign_id labels browser_language country_code referer created_at last_activity_at".split(
      " ",
    ),
  contact_attribute: "name email phone_number identifier country_code city company_name created_at last_activity_at referer blocked".split(
    " ",
  ),
};

export function attributeDefinitionRoutes(router: HostRouter, context: SandboxContext): void {
  const { world, clock } = context;

  router.on("GET", "/custom_attribute_definitions", {}, (call) => {
    const model = call.params.text("attribute_model");
    const numbered = model !== undefined && /^\d+$/u.test(model) ? MODELS[Number(model)] : model;
    return world.attributeDefinitions
      .where((row) => row.accountId === call.account.id && (!numbered || row.model === numbered))
      .map(attributeDefinitionJson);
  });
  router.on("POST", "/custom_attribute_definitions", { administrators: true }, (call) => {
    const params = call.params.required("custom_attribute_definition");
    const model = byNameOrNumber(params.text("attribute_model") ?? "conversation_attribute", MODELS);
    const displayType = byNameOrNumber(params.text("attribute_display_type") ?? "text", TYPES);
    const key = params.text("attribute_key")?.trim() ?? "";
    const displayName = params.text("attribute_display_name")?.trim() ?? "";
    if (displayName === "") throw recordInvalid("Attribute display name can't be blank", "attribute_display_name");
    if (!KEY.test(key)) {
      throw recordInvalid("Attribute key must only contain letters, numbers, underscores, hyphens, and dots", "attribute_key");
    }
    const taken = world.attributeDefinitions.find((row) => row.accountId === call.account.id && row.model === model && row.key === key);
    if (taken) throw recordInvalid("Attribute key has already been taken", "attribute_key");
    if (RESERVED[model]?.includes(key)) {
      throw recordInvalid("Attribute key The provided key is not allowed as it might conflict with default attributes.", "attribute_key");
    }
    const now = clock.now();
    const row = world.attributeDefinitions.insert({
      id: world.attributeDefinitions.nextId(),
      accountId: call.account.id,
      displayName,
      displayType,
      description: params.text("attribute_description") ?? null,
      key,
      model,
      values: params.list("attribute_values") ?? [],
      regexPattern: params.text("regex_pattern") ?? null,
      regexCue: params.text("regex_cue") ?? null,
      createdAt: now,
      updatedAt: now,
    });
    return attributeDefinitionJson(row);
  });
  router.on("DELETE", "/custom_attribute_definitions/:id", { administrators: true, status: 204 }, (call) => {
    const row = world.attributeDefinitions.get(call.params.id("id"));
    if (row?.accountId !== call.account.id) throw notFound();
    world.attributeDefinitions.delete(row.id);
    return undefined;
  });
}

/** Rails enums accept the name or the number; anything else raises. */
function byNameOrNumber(value: string, names: readonly string[]): string {
  const name = /^\d+$/u.test(value) ? names[Number(value)] : value;
  if (name === undefined || !names.includes(name)) throw crashed();
  return name;
}

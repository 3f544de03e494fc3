import type { TemplateRegistry } from "../meta/template-registry.js";
import type { JsonObject } from "../state/records.js";
import type { TemplateComponent } from "./template-parameters.js";

/** What the host asks Meta to send. */
export interface TemplateRequest {
  readonly name: string;
  readonly language: string;
  readonly components: readonly TemplateComponent[];
}

/**
 * Meta's verdict on a template message: null when it accepts, else the Graph message text that the host stores as `external_error`.
 * Meta judges by its own registry, whatever the host's copy of the list says.
 */
export function refusalByMeta(registry: TemplateRegistry, wabaId: string, { name, language, components }: TemplateRequest): string | null {
  const template = registry.find(wabaId, name, language);
  if (template?.status === "PAUSED") return "(#132015) Template is paused";
  if (template?.status === "DISABLED") return "(#132016) Template is disabled";
  if (template?.status !== "APPROVED") return "(#132001) Template name does not exist in the translation";
  for (const part of ["header", "body"] as const) {
    const definition = template.components.find((item) => String(item["type"]).toLowerCase() === part);
    const expected = definition ? expectedParameters(definition) : 0;
    const given = components.find((item) => item.type === part)?.parameters ?? [];
    if (given.length !== expected) return "(#132000) Number of parameters does not match the expected number of params";
    // Line breaks, tabs and runs of spaces in a value are refused.
    if (given.some((item) => /[\n\t]| {5,}/u.test(String(item["text"] ?? "")))) {
      return "(#132018) There's an issue with the parameters in your template";
    }
  }
  return missingButton(template.components, components) ? "(#131008) Required parameter is missing" : null;
}

function expectedParameters(definition: JsonObject): number {
  const format = definition["format"];
  if (typeof format === "string" && format !== "TEXT" && format !== "LOCATION") return 1;
  return new Set(String(definition["text"] ?? "").match(/\{\{[^}]+\}\}/gu)).size;
}

function missingButton(definition: readonly JsonObject[], components: readonly TemplateComponent[]): boolean {
  const buttons = definition.find((item) => item["type"] === "BUTTONS")?.["buttons"];
  if (!Array.isArray(buttons)) return false;
  return buttons.some((button, index) => {
    if (button === null || typeof button !== "object" || Array.isArray(button)) return false;
    const needsParameter = button["type"] === "URL" && String(button["url"] ?? "").includes("{{");
    const given = components.find((item) => item.type === "button" && item.index === index);
    return needsParameter && !given?.parameters.some((item) => item["text"]);
  });
}

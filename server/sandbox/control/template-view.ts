import type { TemplateRegistry } from "../meta/template-registry.js";
import type { Json, JsonObject, MessageRecord } from "../state/records.js";
import type { World } from "../state/world.js";

export interface ButtonView {
  readonly title: string;
  /** `reply` comes back as text; `link` opens a page; `other` (call, copy) does nothing here. */
  readonly kind: "reply" | "link" | "other";
  readonly url?: string;
}

/** What the debtor's phone shows around the text: the host's records only know the text. */
export interface TemplateView {
  readonly header: string | null;
  readonly footer: string | null;
  readonly buttons: readonly ButtonView[];
}

/** Null for a plain message. */
export function templateOf(world: World, registry: TemplateRegistry, message: MessageRecord): TemplateView | null {
  const items = message.contentAttributes["items"];
  if (message.contentType === "input_select" && Array.isArray(items)) {
    return { header: null, footer: null, buttons: items.map((item) => ({ title: textOf(item, "title"), kind: "reply" })) };
  }
  const params = message.additionalAttributes["template_params"];
  if (!isHash(params)) return null;
  const waba = world.inboxes.must(message.inboxId).providerConfig.business_account_id;
  const template = registry.find(waba, textOf(params, "name"), textOf(params, "language"));
  if (!template) return { header: null, footer: null, buttons: [] };
  const part = (type: string) => template.components.find((item) => item["type"] === type);
  const processed = isHash(params["processed_params"]) ? params["processed_params"] : {};
  const header = isHash(processed["header"]) ? Object.values(processed["header"]) : [];
  const buttons = part("BUTTONS")?.["buttons"];
  return {
    header:
      part("HEADER")?.["format"] === "TEXT" ? textOf(part("HEADER"), "text").replace(/\{\{[^}]+\}\}/u, String(header[0] ?? "")) : null,
    footer: part("FOOTER") ? textOf(part("FOOTER"), "text") : null,
    buttons: (Array.isArray(buttons) ? buttons : []).map((button, index) => buttonView(button, index, processed)),
  };
}

function buttonView(button: Json, index: number, processed: JsonObject): ButtonView {
  const title = textOf(button, "text");
  switch (textOf(button, "type")) {
    case "QUICK_REPLY":
      return { title, kind: "reply" };
    case "URL": {
      const given = Array.isArray(processed["buttons"]) ? textOf(processed["buttons"][index], "parameter") : "";
      return { title, kind: "link", url: textOf(button, "url").replace(/\{\{[^}]+\}\}/u, given) };
    }
    default:
      return { title, kind: "other" };
  }
}

function isHash(value: Json | undefined): value is JsonObject {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function textOf(value: Json | undefined, key: string): string {
  const field = isHash(value) ? value[key] : undefined;
  return typeof field === "string" ? field : "";
}

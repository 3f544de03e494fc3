import { toWhatsAppLanguage } from "../../../shared/locale.js";
import { fillBody, joinBody, sampleContext } from "./fill-body.js";
import { whatsAppName, type MessageTemplate } from "./message-template.js";

export type WhatsAppComponent =
  | { readonly type: "HEADER"; readonly format: "TEXT"; readonly text: string }
  | { readonly type: "BODY"; readonly text: string; readonly example?: { readonly body_text: readonly [readonly string[]] } }
  | { readonly type: "FOOTER"; readonly text: string }
  | { readonly type: "BUTTONS"; readonly buttons: readonly { readonly type: "QUICK_REPLY"; readonly text: string }[] };

export interface WhatsAppSubmission {
  readonly name: string;
  readonly language: string;
  readonly category: "UTILITY";
  readonly parameter_format: "POSITIONAL";
  readonly message_send_ttl_seconds: number;
  readonly components: readonly WhatsAppComponent[];
}

/** Form one of three: what WhatsApp is asked to approve, with sample values. Places are `{{1}}`, `{{2}}`, … in reading order. */
export function toWhatsAppComponents(template: MessageTemplate): readonly WhatsAppComponent[] {
  const samples = fillBody(template, sampleContext(template));
  const text = joinBody(template.body, (index) => `{{${index + 1}}}`);
  const components: WhatsAppComponent[] = [];
  if (template.header) components.push({ type: "HEADER", format: "TEXT", text: template.header });
  components.push(samples.length > 0 ? { type: "BODY", text, example: { body_text: [samples] } } : { type: "BODY", text });
  if (template.footer) components.push({ type: "FOOTER", text: template.footer });
  if (template.buttons.length > 0) {
    const buttons = template.buttons.map((intent) => ({ type: "QUICK_REPLY" as const, text: template.language.buttons[intent] }));
    components.push({ type: "BUTTONS", buttons });
  }
  return components;
}

/** Body of the create call of WhatsApp's management API. */
export function toWhatsAppSubmission(template: MessageTemplate): WhatsAppSubmission {
  return {
    name: whatsAppName(template),
    language: toWhatsAppLanguage(template.language.locale),
    category: template.category,
    parameter_format: "POSITIONAL",
    message_send_ttl_seconds: template.ttlSeconds,
    components: toWhatsAppComponents(template),
  };
}

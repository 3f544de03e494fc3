import { fillBody } from "./fill-body.js";
import { whatsAppName, type MessageContext, type MessageTemplate } from "./message-template.js";

/** The helpdesk's `template_params` (Chatwoot 4.5 and later). */
export interface TemplateParams {
  readonly name: string;
  readonly language: string;
  readonly category: string;
  /** Absent when the template has no variables: the helpdesk refuses anything but an object with content. */
  readonly processed_params?: {
    /** Keys "1", "2", …: the helpdesk sends positional values in key order, and JSON keeps whole-number keys ascending. */
    readonly body: Readonly<Record<string, string>>;
    /** One entry a button, so that the helpdesk takes the hash for the enhanced format. Quick replies carry nothing. */
    readonly buttons: readonly { readonly type: "quick_reply" }[];
  };
}

/**
 * Form three of three: the values bound at send. Every value is non-empty and passes the helpdesk's sanitiser unchanged.
 *
 * @throws DomainError naming the variable at fault and what to do
 */
export function bindParameters(template: MessageTemplate, context: MessageContext): TemplateParams {
  const parameters = fillBody(template, context);
  const identity = { name: whatsAppName(template), language: template.language.locale, category: template.category };
  if (parameters.length === 0) return identity;
  const body = Object.fromEntries(parameters.map((text, index) => [String(index + 1), text]));
  return { ...identity, processed_params: { body, buttons: template.buttons.map(() => ({ type: "quick_reply" as const })) } };
}

import { createHash } from "node:crypto";
import { toWhatsAppLanguage } from "../../shared/locale.js";
import { joinBody } from "./domain/fill-body.js";
import type { Message } from "./domain/message-template.js";

/**
 * `v1-3f9a0c12be45`: the declared version and a hash of every word the debtor can see. It goes with each planned and sent message, so
 * that the record says which text it was even if somebody changed a text and forgot to raise the version.
 */
export function templateVersion(message: Message): string {
  const { name, language, body, variables } = message;
  const types = new Map(variables.map((variable) => [variable.name, variable.type]));
  const places = body.flatMap((segment) => (segment.kind === "variable" ? [[segment.name, types.get(segment.name) ?? null]] : []));
  const text = joinBody(body, (index) => `{{${index + 1}}}`);
  const words =
    message.kind === "template"
      ? [message.category, message.header, text, message.footer, message.buttons.map((intent) => [intent, language.buttons[intent]])]
      : [text];
  const hash = createHash("sha256")
    .update(JSON.stringify([name, toWhatsAppLanguage(language.locale), places, words]))
    .digest("hex");
  return `v${message.version}-${hash.slice(0, 12)}`;
}

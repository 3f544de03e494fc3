import { fillBody, joinBody } from "./fill-body.js";
import type { Intent } from "./menu.js";
import type { Message, MessageContext, MessageTemplate } from "./message-template.js";

/**
 * Form two of three: the text the debtor reads, character for character, for the helpdesk, the panel and the journal.
 * Header, body and footer stand apart by an empty line; the menu is not part of the text, see `menuOf`.
 *
 * @throws DomainError naming the variable at fault
 */
export function renderText(message: Message, context: MessageContext): string {
  const parameters = fillBody(message, context);
  const body = joinBody(message.body, (index) => parameters[index]!);
  if (message.kind === "reply") return body;
  return [message.header, body, message.footer].filter((part) => part !== null).join("\n\n");
}

export interface MenuButton {
  readonly intent: Intent;
  readonly title: string;
}

/** The buttons under a template, first to last. */
export function menuOf({ buttons, language }: MessageTemplate): readonly MenuButton[] {
  return buttons.map((intent) => ({ intent, title: language.buttons[intent] }));
}

import type { LintFinding } from "./lint-finding.js";
import type { Message } from "./message-template.js";
import { formLint } from "./lint-form.js";
import { wordingLint } from "./lint-wording.js";

/**
 * Everything checked before a message may be used: the limits of WhatsApp and of the helpdesk, and the wording rules of the trade.
 * An empty answer means it can be submitted; whether WhatsApp approves it is WhatsApp's decision.
 */
export function lintMessage(message: Message): readonly LintFinding[] {
  return [...formLint(message), ...wordingLint(message)];
}

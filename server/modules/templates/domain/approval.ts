import type { MessageTemplate } from "./message-template.js";
import { toWhatsAppComponents } from "./whatsapp-components.js";

/**
 * Where a template stands, from WhatsApp's status word. Only `approved` may be sent; a word we do not know is `unknown`, and
 * closed like the others.
 */
export const APPROVALS = ["approved", "in_review", "rejected", "paused", "archived", "dead", "unknown"] as const;

export type Approval = (typeof APPROVALS)[number];

const APPROVAL_OF: Readonly<Record<string, Approval>> = {
  APPROVED: "approved",
  PENDING: "in_review",
  IN_APPEAL: "in_review",
  REJECTED: "rejected",
  LIMIT_EXCEEDED: "rejected",
  PAUSED: "paused",
  ARCHIVED: "archived",
  DISABLED: "dead",
  PENDING_DELETION: "dead",
  DELETED: "dead",
};

export function approvalOf(status: string): Approval {
  const word = status.toUpperCase();
  return Object.hasOwn(APPROVAL_OF, word) ? APPROVAL_OF[word]! : "unknown";
}

/** A template as WhatsApp returns it, through the helpdesk's list or the management API. Unknown fields and kinds are kept out. */
export interface SubmittedTemplate {
  readonly status: string;
  readonly category: string;
  readonly components: readonly HostComponent[];
}

export interface HostComponent {
  readonly type: string;
  readonly format?: string | undefined;
  readonly text?: string | undefined;
  readonly buttons?: readonly { readonly type: string; readonly text?: string | undefined }[] | undefined;
}

export type Sendability =
  | { readonly sendable: true }
  | { readonly sendable: false; readonly reason: "not_submitted" | Exclude<Approval, "approved"> | "category_changed" | "text_differs" };

/**
 * Whether this very text may be sent. What WhatsApp returns is the truth: a template it moved to MARKETING costs more and falls under
 * other opt-out rules, and a text edited in WhatsApp Manager is no longer the one we would show and record.
 *
 * @param host the template of the same name and language, null when the host has none
 */
export function sendability(template: MessageTemplate, host: SubmittedTemplate | null): Sendability {
  if (!host) return { sendable: false, reason: "not_submitted" };
  const approval = approvalOf(host.status);
  if (approval !== "approved") return { sendable: false, reason: approval };
  if (host.category.toUpperCase() !== template.category) return { sendable: false, reason: "category_changed" };
  if (fingerprint(host.components) !== ownFingerprint(template)) return { sendable: false, reason: "text_differs" };
  return { sendable: true };
}

/** A version never changes, so its fingerprint is made once. */
const own = new WeakMap<MessageTemplate, string>();

function ownFingerprint(template: MessageTemplate): string {
  const known = own.get(template) ?? fingerprint(toWhatsAppComponents(template));
  own.set(template, known);
  return known;
}

/** What the debtor sees, without examples and without the order and spacing that WhatsApp may change. */
function fingerprint(components: readonly HostComponent[]): string {
  const parts = components.map(({ type, format, text, buttons }) =>
    [
      type.toUpperCase(),
      type.toUpperCase() === "HEADER" ? (format ?? "TEXT").toUpperCase() : "",
      plain(text),
      ...(buttons ?? []).map((button) => `${button.type.toUpperCase()} ${plain(button.text)}`),
    ].join("\u0000"),
  );
  return parts.sort().join("\u0001");
}

function plain(text = ""): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim();
}

import { type Random, SeededRandom } from "../../platform/crypto/randomness.js";
import { DAY } from "../../shared/instant.js";
import type { SandboxContext } from "../context.js";
import type { Messages } from "../host/messages.js";
import type { TemplateRegistry } from "../meta/template-registry.js";
import type { Json, JsonObject, MessageRecord, MessageStatus } from "../state/records.js";
import type { World } from "../state/world.js";
import { refusalByMeta, type TemplateRequest } from "./graph-check.js";
import type { DeliveryProfile, DeliveryProfiles, Span } from "./profiles.js";
import { buildComponents } from "./template-parameters.js";

const WINDOW_CLOSED =
  "Message not sent because the WhatsApp 24-hour customer service window is closed and no template parameters were provided. " +
  "Send an approved template message instead.";

/** One request of the host to Meta: what a debtor really got, whatever the host's own records say. */
export interface GraphRequest {
  readonly at: number;
  readonly accountId: number;
  readonly messageId: number;
  readonly to: string;
  readonly type: "template" | "text" | "interactive";
  readonly payload: Readonly<Record<string, unknown>>;
  /** Meta's message text when it refused. */
  readonly refusal: string | null;
}

/** How far a message was at a moment, as Meta reported it to the host. */
export interface StatusReport {
  readonly at: number;
  readonly messageId: number;
  readonly status: MessageStatus;
}

/** The host's send job and Meta behind it, from the stored message to the last status. */
export class OutgoingMessages {
  /** Every request that reached Meta, oldest first. */
  readonly requests: GraphRequest[] = [];
  /** Every status that reached the host, refusals among them, oldest first. */
  readonly statuses: StatusReport[] = [];
  private readonly seed: number;
  /** By recipient, so that what one phone does never depends on the order in which others were written to. */
  private readonly dice = new Map<string, Random>();

  constructor(
    private readonly context: SandboxContext,
    private readonly messages: Messages,
    private readonly registry: TemplateRegistry,
    private readonly profiles: DeliveryProfiles,
  ) {
    this.seed = context.random.int(2 ** 31);
  }

  /** Private notes, inbound messages and messages that already carry a source id never leave the host. */
  enqueue(message: MessageRecord): void {
    const leaves = message.messageType === "outgoing" || message.messageType === "template";
    if (!leaves || message.private || message.sourceId !== null) return;
    const { faults, timers } = this.context;
    const site = { accountId: message.accountId };
    if (faults.strike("never_accepted", site)) return;
    const profile = this.profiles.of(message.inboxId, this.recipient(message));
    const slow = faults.strike("acceptance_slow", site)?.ms ?? 0;
    timers.after(this.draw(message, profile.acceptance) + slow, () => this.perform(message, profile));
  }

  /** A status from Meta. Nothing guards the order: the host takes whatever comes last. */
  report(message: MessageRecord, status: MessageStatus, failure?: { code: number; title: string }): void {
    if (this.gone(message)) return;
    const contentAttributes =
      status === "failed" && failure
        ? { ...message.contentAttributes, external_error: `${failure.code}: ${failure.title}` }
        : message.contentAttributes;
    this.reported(message, status);
    this.messages.update(message, { status, contentAttributes });
  }

  private perform(message: MessageRecord, profile: DeliveryProfile): void {
    if (this.gone(message)) return;
    const params = message.additionalAttributes["template_params"];
    const isTemplate = isHash(params);
    if (!isTemplate && !withinWindow(this.context.world, message.conversationId, this.context.clock.now())) {
      return this.fail(message, WINDOW_CLOSED);
    }
    const template = isTemplate ? this.template(message, params) : null;
    const refusal = profile.refusal ?? (template && this.verdict(message, template));
    const type = isTemplate ? "template" : message.contentType === "input_select" ? "interactive" : "text";
    const payload = template ? { ...template, language: { policy: "deterministic", code: template.language } } : textPayload(message);
    const { accountId, id: messageId } = message;
    this.requests.push({ at: this.context.clock.now(), accountId, messageId, to: this.recipient(message), type, payload, refusal });
    if (refusal !== null) return this.fail(message, refusal);
    this.messages.update(message, { sourceId: `wamid.HBgM${this.context.entropy.bytes(24).toString("base64")}` });
    this.progress(message, profile);
  }

  /** Deleted with its conversation before its turn came. */
  private gone(message: MessageRecord): boolean {
    return this.context.world.messages.get(message.id) === undefined;
  }

  private progress(message: MessageRecord, profile: DeliveryProfile): void {
    const { timers, faults } = this.context;
    if (profile.reaches === "accepted") return;
    const delivered = this.draw(message, profile.delivery);
    if (profile.reaches === "failed") return timers.after(delivered, () => this.report(message, "failed", profile.failure));
    const regressed = faults.strike("status_regressed", { accountId: message.accountId });
    const late = regressed?.ms ?? 500;
    timers.after(delivered, () => this.report(message, "delivered"));
    if (profile.reaches === "delivered") {
      if (regressed) timers.after(delivered + late, () => this.report(message, "sent"));
      return;
    }
    const read = delivered + this.draw(message, profile.reading);
    timers.after(read, () => this.report(message, "read"));
    if (regressed) timers.after(read + late, () => this.report(message, "delivered"));
  }

  private template(message: MessageRecord, params: JsonObject): TemplateRequest {
    const name = String(params["name"]);
    const language = String(params["language"] ?? "");
    // The host's list is only consulted for the shape of the parameters; a template it does not know goes out without any.
    const { messageTemplates } = this.context.world.inboxes.must(message.inboxId);
    const known = (Array.isArray(messageTemplates) ? messageTemplates : []).find(
      (row) =>
        row["name"] === name &&
        String(row["language"]).toLowerCase() === language.toLowerCase() &&
        String(row["status"]).toLowerCase() === "approved",
    );
    const components = known ? buildComponents(params["processed_params"], known["parameter_format"] === "NAMED") : [];
    return { name, language, components };
  }

  private verdict(message: MessageRecord, template: TemplateRequest): string | null {
    const waba = this.context.world.inboxes.must(message.inboxId).providerConfig.business_account_id;
    return refusalByMeta(this.registry, waba, template);
  }

  private fail(message: MessageRecord, error: string): void {
    this.reported(message, "failed");
    this.messages.update(message, { status: "failed", contentAttributes: { ...message.contentAttributes, external_error: error } });
  }

  private reported({ id: messageId }: MessageRecord, status: MessageStatus): void {
    this.statuses.push({ at: this.context.clock.now(), messageId, status });
  }

  private recipient(message: MessageRecord): string {
    const { world } = this.context;
    return world.contactInboxes.must(world.conversations.must(message.conversationId).contactInboxId).sourceId;
  }

  private draw(message: MessageRecord, [from, to]: Span): number {
    const phone = this.recipient(message);
    const dice = this.dice.get(phone) ?? SeededRandom.of(this.seed, phone);
    this.dice.set(phone, dice);
    return from + dice.int(to - from + 1);
  }
}

/** The 24-hour window as the host sees it: only this conversation's own inbound messages count. */
export function withinWindow(world: World, conversationId: number, now: number): boolean {
  const last = world.messagesOf(conversationId).findLast((row) => row.messageType === "incoming");
  return last !== undefined && now - last.createdAt < DAY;
}

function textPayload(message: MessageRecord): JsonObject {
  const items = message.contentAttributes["items"];
  if (message.contentType !== "input_select" || !Array.isArray(items)) return { body: message.content };
  const replies = items.map((item) => (isHash(item) ? { id: item["value"] ?? null, title: item["title"] ?? null } : null));
  return items.length <= 3
    ? { type: "button", body: { text: message.content }, action: { buttons: replies.map((reply) => ({ type: "reply", reply })) } }
    : { type: "list", body: { text: message.content }, action: { button: "Choose an item", sections: [{ rows: replies }] } };
}

function isHash(value: Json | undefined): value is JsonObject {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

import type { SandboxContext } from "../context.js";
import type { HostEvent } from "../events.js";
import { accountOf, isGone, webhookPayload } from "../serializers/webhook.js";
import type { WebhookRecord } from "../state/records.js";
import { uuidv4 } from "../tokens.js";
import { WebhookSender } from "./delivery.js";

/** One attempt, as the tests see it. */
export interface WebhookAttempt {
  readonly at: number;
  readonly accountId: number;
  readonly webhookId: number;
  readonly deliveryId: string;
  readonly event: string;
  /** Null when the fault lost it or nobody answered. */
  readonly status: number | null;
  readonly lost: boolean;
}

/** Jitter of the host's two job queues; wide enough that events overtake one another. */
const QUEUE_JITTER = 40;
const ATTEMPTS_KEPT = 5_000;

/** Events become webhooks: at most once, unordered, with the state of the moment they leave. */
export class WebhookDispatcher {
  readonly attempts: WebhookAttempt[] = [];
  private readonly sender = new WebhookSender();
  private readonly stop: () => void;

  constructor(private readonly context: SandboxContext) {
    this.stop = context.events.on((event) => this.dispatch(event));
  }

  async close(): Promise<void> {
    this.stop();
    await this.sender.close();
  }

  private dispatch(event: HostEvent): void {
    const accountId = accountOf(event);
    const { world, timers, random, faults, entropy } = this.context;
    const subscribers = world.webhooks.where((row) => row.accountId === accountId && row.subscriptions.includes(event.name));
    for (const webhook of subscribers) {
      const site = { accountId, event: event.name };
      const deliveryId = uuidv4(entropy);
      const late = faults.strike("webhook_delayed", site)?.ms ?? 0;
      const lost = faults.strike("webhook_lost", site) !== undefined;
      const post = (id: string, wait: number) => timers.after(wait, () => this.post(webhook, event, id, lost));
      post(deliveryId, late + random.int(QUEUE_JITTER));
      if (faults.strike("webhook_duplicated", site)) post(uuidv4(entropy), late + QUEUE_JITTER + random.int(QUEUE_JITTER));
      if (faults.strike("webhook_redelivered", site)) post(deliveryId, late + QUEUE_JITTER + random.int(QUEUE_JITTER));
    }
  }

  private async post(webhook: WebhookRecord, event: HostEvent, deliveryId: string, lost: boolean): Promise<void> {
    const { world, clock } = this.context;
    // The webhook, or what it tells of, was deleted in the meantime: the job finds no record and is discarded.
    if (!world.webhooks.get(webhook.id) || isGone(world, event)) return;
    const at = clock.now();
    const payload = webhookPayload(world, event, at);
    const result = lost ? { status: null } : await this.sender.post({ url: webhook.url, secret: webhook.secret, deliveryId, payload }, at);
    this.attempts.push({
      at,
      accountId: webhook.accountId,
      webhookId: webhook.id,
      deliveryId,
      event: event.name,
      status: result.status,
      lost,
    });
    if (this.attempts.length > ATTEMPTS_KEPT) this.attempts.shift();
  }
}

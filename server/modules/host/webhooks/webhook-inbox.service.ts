import { Injectable } from "@nestjs/common";
import { Clock } from "../../../platform/clock/clock.js";
import { Database } from "../../../platform/database/database.js";
import { Refusals } from "../../../platform/observability/refusals.js";
import { JobQueue } from "../../../platform/queue/job-queue.js";
import { DeliveryHead } from "../chatwoot/shapes.adapter.js";
import { isOfUse } from "../chatwoot/webhook-payload.adapter.js";
import { identityOf } from "./delivery-identity.adapter.js";
import { HostAccounts } from "../host-accounts.reader.js";
import { WebhookInboxStore } from "./webhook-inbox.store.js";
import { isAuthentic } from "./webhook-verification.adapter.js";

export interface IncomingWebhook {
  /** From the address. */
  readonly key: string;
  readonly signature: string | undefined;
  readonly timestamp: string | undefined;
  readonly deliveryId: string | undefined;
  /** As received: the signature is over bytes, not over JSON. */
  readonly body: Buffer;
}

/** What to answer. Only `stored` has had an effect. */
export type WebhookVerdict = "stored" | "known" | "unneeded" | "unauthentic" | "foreign" | "unreadable";

/** Verifies a delivery, stores it and wakes the worker. Chatwoot waits five seconds and never repeats: nothing else happens here. */
@Injectable()
export class WebhookInbox {
  constructor(
    private readonly accounts: HostAccounts,
    private readonly store: WebhookInboxStore,
    private readonly db: Database,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
    private readonly refusals: Refusals,
  ) {}

  async receive(webhook: IncomingWebhook): Promise<WebhookVerdict> {
    const now = this.clock.now();
    const found = await this.accounts.byWebhookKey(webhook.key);
    if (!found || !isAuthentic(webhook, found.secret, now)) return this.refused("unauthentic", found?.account.accountId);
    const { accountId, hostAccountId } = found.account;
    const body = parse(webhook.body);
    const head = DeliveryHead.safeParse(body);
    if (!head.success) return this.refused("unreadable", accountId);
    // Key and secret decide the account; a body that claims another one is not ours to believe.
    if (head.data.account && head.data.account.id !== hostAccountId) return this.refused("foreign", accountId);

    if (!isOfUse(head.data.event, body)) return "unneeded";

    const stored = await this.db.inUnitOfWork("webhook.store", async () => {
      const identity = identityOf(webhook);
      const added = await this.store.add(accountId, { ...identity, event: head.data.event, body: webhook.body.toString("utf8"), now });
      if (added) this.db.afterCommit(() => void this.queue.wake("inbox"));
      return added;
    });
    return stored ? "stored" : "known";
  }

  private refused(verdict: WebhookVerdict, accountId?: number): WebhookVerdict {
    this.refusals.note("webhook_refused", `webhook.${verdict}`, accountId ?? null);
    return verdict;
  }
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
}

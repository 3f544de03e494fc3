import { Injectable } from "@nestjs/common";
import { Clock } from "../../../platform/clock/clock.js";
import { Database } from "../../../platform/database/database.js";
import { Logger } from "../../../platform/observability/logger.js";
import { DomainError } from "../../../shared/errors.js";
import { DAY, type Instant, SECOND } from "../../../shared/instant.js";
import { system } from "../../../shared/actor.js";
import { Journal } from "../../journal/index.js";
import { HostEvent } from "../host.events.js";
import { WebhookEvents } from "./webhook-events.service.js";
import { WebhookInboxStore } from "./webhook-inbox.store.js";
import { WebhookOrder } from "./webhook-order.service.js";

const BATCH = 50;
const MAX_ATTEMPTS = 3;
/** How long a claimed delivery is left to its worker, and the pause before the next attempt. */
const LEASE_MS = 30 * SECOND;
const KEEP_BODIES_MS = 7 * DAY;
const KEEP_ROWS_MS = 30 * DAY;

/** Turns stored deliveries into events, each in one unit of work. What fails three times is parked, so that it holds up nothing else. */
@Injectable()
export class WebhookProcessor {
  constructor(
    private readonly inbox: WebhookInboxStore,
    private readonly events: WebhookEvents,
    private readonly order: WebhookOrder,
    private readonly journal: Journal,
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** Some of what is due. @returns whether there may be more */
  async drain(accountId: number): Promise<boolean> {
    const now = this.clock.now();
    if (!(await this.inbox.hasDue(accountId, now))) return false;
    const ids = await this.db.inUnitOfWork("inbox.claim", () => this.inbox.claim(accountId, BATCH, now, now + LEASE_MS));
    await this.processAll(accountId, ids);
    return ids.length === BATCH;
  }

  /** When a delivery that failed is to be tried again. */
  nextDue(accountId: number, now: Instant): Promise<Instant | null> {
    return this.inbox.nextDue(accountId, now);
  }

  async cleanUp(accountId: number): Promise<void> {
    const now = this.clock.now();
    await this.db.inUnitOfWork("inbox.clean_up", () => this.inbox.cleanUp(accountId, now - KEEP_BODIES_MS, now - KEEP_ROWS_MS));
  }

  /** What was claimed and not looked at goes back at once, whatever ended the batch. */
  private async processAll(accountId: number, ids: readonly number[]): Promise<void> {
    const waiting = [...ids];
    try {
      for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) await this.process(accountId, id);
    } finally {
      if (waiting.length > 0)
        await this.db.inUnitOfWork("inbox.give_back", () => this.inbox.giveBack(accountId, waiting, this.clock.now()));
    }
  }

  private async process(accountId: number, id: number): Promise<void> {
    try {
      const delivery = await this.inbox.peek(accountId, id);
      if (!delivery) return;
      await this.order.hearFirst(accountId, delivery);
      await this.db.inUnitOfWork("inbox.process", async () => {
        if (await this.inbox.take(accountId, id, this.clock.now())) await this.events.handle(accountId, delivery);
      });
    } catch (error) {
      await this.failed(accountId, id, error);
    }
  }

  private async failed(accountId: number, id: number, error: unknown): Promise<void> {
    const problem = codeOf(error);
    this.logger.error("webhook.failed", { accountId, error });
    await this.db.inUnitOfWork("inbox.failed", async () => {
      const parked = await this.inbox.failed(accountId, id, problem, MAX_ATTEMPTS);
      if (!parked) return;
      this.journal.append(accountId, {
        type: HostEvent.deliveryParked,
        version: 1,
        actor: system("inbox"),
        payload: { delivery: id, problem, attempts: MAX_ATTEMPTS },
      });
    });
  }
}

function codeOf(error: unknown): string {
  if (error instanceof DomainError) return error.code;
  const name = error instanceof Error ? error.name : "";
  return name === "ZodError" || name === "$ZodError" || error instanceof SyntaxError ? "delivery.unreadable" : "delivery.failed";
}

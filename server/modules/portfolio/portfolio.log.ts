import { Injectable } from "@nestjs/common";
import type { Actor } from "../../shared/actor.js";
import type { Instant } from "../../shared/instant.js";
import { Database } from "../../platform/database/database.js";
import { JobQueue } from "../../platform/queue/job-queue.js";
import { Journal, type JsonObject } from "../journal/index.js";
import { portfolioEvents } from "./portfolio.events.js";

type EventType = (typeof portfolioEvents)[keyof typeof portfolioEvents];

export interface PortfolioEntry {
  readonly actor: Actor;
  readonly debtorId?: number | null;
  readonly payload: JsonObject;
  readonly personal?: JsonObject;
  readonly at?: Instant;
}

/** Writes to the journal what changed in the portfolio, and once that is committed wakes who waits for it: what was planned may no longer be due, what was promised may be paid. */
@Injectable()
export class PortfolioLog {
  constructor(
    private readonly journal: Journal,
    private readonly db: Database,
    private readonly queue: JobQueue,
  ) {}

  append(accountId: number, type: EventType, entry: PortfolioEntry): void {
    this.journal.append(accountId, { type, version: 1, ...entry });
    if (type === portfolioEvents.importFinished) this.db.afterCommit(() => this.queue.wake("segments"));
  }

  wakePlanner(): void {
    this.db.afterCommit(async () => {
      await this.queue.wake("promises");
      await this.queue.wake("plan");
    });
  }
}

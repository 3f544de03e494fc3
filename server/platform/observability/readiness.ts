import { Injectable } from "@nestjs/common";
import { Clock } from "../clock/clock.js";
import { within } from "../clock/within.js";
import { Database } from "../database/database.js";
import { type DatabaseTrouble, troubleOf } from "../database/trouble.js";
import { JobQueue } from "../queue/job-queue.js";
import { Logger } from "./logger.js";

/** Whoever asks waits two seconds at the most: this much for each answer, and a little for the way. */
const PATIENCE_MS = 1_500;
/** A unit of work this old is not slow, it is stuck: what waits behind it will wait for ever. */
const STUCK_MS = 5 * 60_000;
const PROBE_EVERY_MS = 5_000;

export interface ReadinessReport {
  readonly status: "ok" | "degraded" | "down";
  readonly database: boolean;
  readonly queue: boolean;
  readonly reason: string | null;
}

/**
 * Whether this process can serve, found out by doing what it would have to do. Without the queue work still happens, only later: that is
 * `degraded`, not down.
 */
@Injectable()
export class Readiness {
  private checking: Promise<ReadinessReport> | null = null;
  private probedAt = Number.NEGATIVE_INFINITY;
  private last: string | null = null;

  constructor(
    private readonly db: Database,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** Any number of askers share one look, so that asking costs nothing while nobody answers. */
  check(): Promise<ReadinessReport> {
    this.checking ??= this.look().finally(() => (this.checking = null));
    return this.checking;
  }

  /** Whether the process still does what it began. Where not, only a new start helps. */
  alive(): boolean {
    return this.db.longestUnit() < STUCK_MS;
  }

  private async look(): Promise<ReadinessReport> {
    const [trouble, queue] = await Promise.all([
      within(this.clock, PATIENCE_MS, this.databaseTrouble(), "silent" as const),
      within(this.clock, PATIENCE_MS, this.queue.healthy(), false),
    ]);
    const reason = trouble !== null ? `database.${trouble}` : queue ? null : "queue.unreachable";
    if (reason !== this.last) {
      if (reason) this.logger.warn("readiness.lost", { reason });
      else this.logger.info("readiness.back");
      this.last = reason;
    }
    return { status: trouble !== null ? "down" : queue ? "ok" : "degraded", database: trouble === null, queue, reason };
  }

  /** A full disk still reads: now and then, and always after trouble, something is written. */
  private async databaseTrouble(): Promise<DatabaseTrouble | "failing" | null> {
    const now = this.clock.monotonic();
    try {
      if (this.db.trouble === null && now - this.probedAt < PROBE_EVERY_MS) {
        await this.db.ping();
        return this.db.trouble;
      }
      await this.db.probe();
      this.probedAt = now;
      return null;
    } catch (error) {
      return troubleOf(error) ?? "failing";
    }
  }
}

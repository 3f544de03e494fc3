import { Injectable } from "@nestjs/common";
import type { Instant } from "../../shared/instant.js";
import { Database } from "../database/database.js";
import { WorkMetrics } from "../observability/work-metrics.js";
import { Logger } from "../observability/logger.js";
import { Clock } from "./clock.js";

export interface ScheduledJob {
  /** Unique; with the slot it elects the runner. */
  readonly name: string;
  /** Distance of slots in ms; slots are aligned to the epoch, so every process computes the same ones. */
  readonly everyMs: number;
  /**
   * `one`: one process of all runs each slot (elected by a unique row in job_run).
   * `each`: every process runs it, for polls of shared work that are claimed row by row.
   */
  readonly runner: "one" | "each";
  readonly run: (slot: Instant) => Promise<void>;
}

interface Entry {
  readonly job: ScheduledJob;
  next: Instant;
  running: boolean;
}

/** Runs of a job are kept this long in job_run: long enough to see misfires, short enough to stay small. */
const KEEP_RUNS_MS = 7 * 86_400_000;
const FORGET_EVERY_MS = 3_600_000;

/** Calls jobs at their slots. A run that lasts longer than its period skips slots instead of overlapping itself. */
@Injectable()
export class Scheduler {
  private readonly entries: Entry[] = [];
  private stopped = false;

  constructor(
    private readonly clock: Clock,
    private readonly db: Database,
    private readonly logger: Logger,
    private readonly metrics: WorkMetrics,
  ) {}

  add(job: ScheduledJob): void {
    if (this.entries.some((entry) => entry.job.name === job.name)) throw new Error(`Job ${job.name} is scheduled twice`);
    // Of a job that one process of all runs, only that process could tell; job_run can tell for all of them.
    if (job.runner === "each") this.metrics.expect("job", job.name);
    this.entries.push({ job, next: slotAfter(this.clock.now(), job.everyMs), running: false });
  }

  /** Everything that is scheduled in this process. */
  get jobs(): readonly ScheduledJob[] {
    return this.entries.map(({ job }) => job);
  }

  /** The next instant at which something is due; null when no job is scheduled. */
  get nextDue(): Instant | null {
    const due = this.entries.filter((entry) => !entry.running).map((entry) => entry.next);
    return due.length === 0 ? null : Math.min(...due);
  }

  /** Starts every job whose slot has come; resolves when those runs have ended. Never rejects. */
  async tick(): Promise<void> {
    if (this.stopped) return;
    const now = this.clock.now();
    const due = this.entries.filter((entry) => !entry.running && entry.next <= now);
    await Promise.all(due.map((entry) => this.clock.during(() => this.clock.inTurn(() => this.runEntry(entry, now)))));
  }

  /** No new runs; the running ones end by themselves. */
  stop(): void {
    this.stopped = true;
  }

  private async runEntry(entry: Entry, now: Instant): Promise<void> {
    const { job } = entry;
    const slot = slotAfter(now, job.everyMs) - job.everyMs;
    entry.next = slot + job.everyMs;
    entry.running = true;
    const ended = this.metrics.begin("job", job.name);
    try {
      if (job.runner === "each") await job.run(slot);
      else await this.runElected(job, slot);
      ended(true);
    } catch (error) {
      ended(false);
      this.logger.error("job.failed", { job: job.name, error });
    } finally {
      entry.running = false;
      if (entry.next <= this.clock.now()) entry.next = slotAfter(this.clock.now(), job.everyMs);
    }
  }

  private async runElected(job: ScheduledJob, slot: Instant): Promise<void> {
    const elected = await this.db.inUnitOfWork("job.elect", async () => {
      // Once an hour is often enough to forget.
      if (Math.floor(slot / FORGET_EVERY_MS) !== Math.floor((slot - job.everyMs) / FORGET_EVERY_MS)) {
        await this.db.run("delete from job_run where name = ? and slot < ?", [job.name, slot - KEEP_RUNS_MS]);
      }
      return this.db.insertIgnore("job_run", [{ name: job.name, slot, started_at: this.clock.now(), finished_at: null, error: null }]);
    });
    if (elected === 0) return;
    let failure: string | null = null;
    try {
      await job.run(slot);
    } catch (error) {
      failure = (error as Error).name;
      throw error;
    } finally {
      await this.db.inUnitOfWork("job.finish", () =>
        this.db.run("update job_run set finished_at = ?, error = ? where name = ? and slot = ?", [
          this.clock.now(),
          failure,
          job.name,
          slot,
        ]),
      );
    }
  }
}

function slotAfter(now: Instant, everyMs: number): Instant {
  return Math.floor(now / everyMs) * everyMs + everyMs;
}

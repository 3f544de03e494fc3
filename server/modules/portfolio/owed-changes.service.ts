import { Injectable } from "@nestjs/common";
import { Database } from "../../platform/database/database.js";
import { JobQueue } from "../../platform/queue/job-queue.js";

/** What is owed, or who may be asked for it, changed: what was planned may no longer be due, what was promised may be paid. */
@Injectable()
export class OwedChanges {
  constructor(
    private readonly db: Database,
    private readonly queue: JobQueue,
  ) {}

  /** Once the caller's unit of work is committed, wakes those who go by it. */
  announce(): void {
    this.db.afterCommit(async () => {
      await this.queue.wake("promises");
      await this.queue.wake("plan");
    });
  }

  /** A whole file came in: memberships of segments are looked at anew. */
  announceFile(): void {
    this.db.afterCommit(() => this.queue.wake("segments"));
  }
}

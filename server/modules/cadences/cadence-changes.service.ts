import { Injectable } from "@nestjs/common";
import { conflict, notFound } from "../../shared/errors.js";
import { Database } from "../../platform/database/database.js";
import { JobQueue } from "../../platform/queue/job-queue.js";
import { type CadenceRecord, CadencesStore } from "./cadences.store.js";

/** Changes cadences one after another, under the lock the planner takes too. */
@Injectable()
export class CadenceChanges {
  constructor(
    private readonly db: Database,
    private readonly queue: JobQueue,
    private readonly store: CadencesStore,
  ) {}

  /** All cadences of the account, locked, in a unit of work of this name. */
  all<T>(accountId: number, name: string, change: (cadences: readonly CadenceRecord[]) => Promise<T>): Promise<T> {
    return this.db.inUnitOfWork(name, async () => change(await this.store.lockAll(accountId)));
  }

  /** One of them; refuses what is not there, and every change to what is archived. @throws DomainError `cadence.not_found`, `cadence.state` */
  one(accountId: number, publicId: string, change: (cadence: CadenceRecord) => Promise<void>): Promise<void> {
    return this.all(accountId, "cadences.change", async (all) => {
      const cadence = all.find((candidate) => candidate.publicId === publicId);
      if (!cadence) throw notFound("cadence.not_found", "There is no such cadence in this account.");
      if (cadence.status === "archived") throw wrongState("It is archived.", "Copy it into a new one.");
      await change(cadence);
    });
  }

  /** In the unit of work: what is planned by has changed. */
  replan(): void {
    this.db.afterCommit(() => this.queue.wake("plan"));
  }
}

export function wrongState(message: string, remedy: string) {
  return conflict("cadence.state", message, { remedy });
}

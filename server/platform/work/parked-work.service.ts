import { Injectable } from "@nestjs/common";
import type { Actor } from "../../shared/actor.js";
import { notFound } from "../../shared/errors.js";
import { DAY } from "../../shared/instant.js";
import { Clock } from "../clock/clock.js";
import { Database } from "../database/database.js";
import { JobQueue, LANES } from "../queue/job-queue.js";
import { AccountTrouble } from "./account-trouble.js";
import { type Parked, ParkedWorkStore, type WorkSubject } from "./parked-work.store.js";
import { WorkAccounts } from "./work-accounts.port.js";

/** Makes a row that its own module had set aside due again, in the caller's unit of work. */
export type Rearm = (accountId: number, subjectId: number) => Promise<void>;

const KEPT = 30 * DAY;

/** What could not be worked on, for people: what there is, and "try again". */
@Injectable()
export class ParkedWork {
  private readonly rearms = new Map<string, Rearm>();

  constructor(
    private readonly accounts: WorkAccounts,
    private readonly trouble: AccountTrouble,
    private readonly store: ParkedWorkStore,
    private readonly queue: JobQueue,
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** For modules whose rows have a state of their own for it. */
  onRelease(subject: string, rearm: Rearm): void {
    this.rearms.set(subject, rearm);
  }

  /** Lists a row that its module has set aside and put on record itself; in the caller's unit of work. */
  async add(accountId: number, work: string, what: WorkSubject, problem: string): Promise<void> {
    await this.store.failed(accountId, work, what, problem.slice(0, 80), () => null);
  }

  /** The row is nobody's work any more; in the caller's unit of work. */
  async drop(accountId: number, what: WorkSubject): Promise<void> {
    await this.store.removeAll(accountId, what);
  }

  list(accountId: number, limit: number): Promise<Parked[]> {
    return this.store.list(accountId, limit);
  }

  count(accountId: number): Promise<number> {
    return this.store.count(accountId);
  }

  /** What nobody has tried for a month is nobody's work any more: its row ended another way, or is as old as what it was for. */
  async forget(accountId: number): Promise<void> {
    await this.db.inUnitOfWork("work.forget", () => this.store.forget(accountId, this.clock.now() - KEPT));
  }

  /** To be tried afresh, at once. @throws DomainError `parked.not_found` */
  async release(accountId: number, publicId: string, actor: Actor): Promise<void> {
    await this.db.inUnitOfWork("work.release", async () => {
      const parked = await this.store.lock(accountId, publicId);
      if (!parked) {
        throw notFound("parked.not_found", "This is not waiting any more.", {
          remedy: "It was tried again meanwhile; look at the list anew.",
        });
      }
      await this.rearms.get(parked.subject)?.(accountId, parked.subjectId);
      await this.store.remove(accountId, parked.work, parked);
      const { work, subject, debtorId, problem } = parked;
      this.accounts.record(accountId, {
        kind: "released",
        work,
        subject: subject === "account" ? null : subject,
        debtorId,
        problem,
        actor,
      });
      this.db.afterCommit(() => this.wake(work));
    });
  }

  private async wake(work: string): Promise<void> {
    this.trouble.forget();
    const lane = LANES.find((name) => name === work);
    if (lane) await this.queue.wake(lane);
  }
}

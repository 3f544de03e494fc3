import { Scheduler } from "../../../../server/platform/clock/scheduler.js";
import type { SqlValue } from "../../../../server/platform/database/dialect.js";
import { JobQueue, type Lane } from "../../../../server/platform/queue/job-queue.js";
import { DAY, MINUTE, SECOND } from "../../../../server/shared/instant.js";
import { testDialect } from "../../../support/database.js";
import type { Desk } from "../../../support/desk.js";

/** Calls lanes and jobs of a desk that does nothing by the clock alone, and has the database refuse some rows. */
export class WorkBench {
  private poisoned = false;
  private slot = 0;

  constructor(private readonly desk: Desk) {}

  sql(text: string, params: readonly SqlValue[] = [this.desk.account.id]): Promise<number> {
    return this.desk.db.inUnitOfWork("test", () => this.desk.db.run(text, params));
  }

  async ids(text: string): Promise<number[]> {
    return (await this.desk.db.rows<{ id: number }>(text, [this.desk.account.id])).map(({ id }) => id);
  }

  async wake(lane: Lane, passing = MINUTE): Promise<void> {
    await this.desk.app.get(JobQueue).wake(lane);
    await this.desk.clock.runFor(passing);
  }

  async runJob(name: string): Promise<void> {
    const { clock, app } = this.desk;
    const job = app.get(Scheduler).jobs.find((candidate) => candidate.name === name)!;
    this.slot = Math.max(this.slot, clock.now()) + DAY;
    const running = clock.during(() => job.run(this.slot));
    await clock.runFor(SECOND);
    await running;
  }

  parked(work: string): Promise<{ subject: string; subject_id: number; problem: string }[]> {
    return this.desk.db.rows("select subject, subject_id, problem from parked_work where account_id = ? and work = ?", [
      this.desk.account.id,
      work,
    ]);
  }

  /** The database refuses to write or delete some rows. */
  async refuse(table: string, column: string, values: readonly number[], verb: "insert" | "update" | "delete" = "update"): Promise<void> {
    const row = verb === "delete" ? "old" : "new";
    const condition = `${row}.account_id = ${this.desk.account.id} and ${row}.${column} in (${values.join()})`;
    await this.sql(
      testDialect() === "sqlite"
        ? `create trigger poison before ${verb} on ${table} when ${condition} begin select raise(abort, 'poisoned'); end`
        : `create trigger poison before ${verb} on ${table} for each row
            begin if ${condition} then signal sqlstate '45000' set message_text = 'poisoned'; end if; end`,
      [],
    );
    this.poisoned = true;
  }

  async cure(): Promise<void> {
    if (this.poisoned) await this.sql("drop trigger poison", []);
    this.poisoned = false;
  }
}

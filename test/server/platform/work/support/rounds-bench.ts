import { entities } from "../../../../../server/entities.js";
import { Clock, type TimerHandle } from "../../../../../server/platform/clock/clock.js";
import { TimerQueue } from "../../../../../server/platform/clock/timer-queue.js";
import { Ids } from "../../../../../server/platform/crypto/ids.js";
import { SystemEntropy, SystemRandom } from "../../../../../server/platform/crypto/randomness.js";
import { Database } from "../../../../../server/platform/database/database.js";
import { openOrm } from "../../../../../server/platform/database/orm.js";
import { Logger } from "../../../../../server/platform/observability/logger.js";
import { AccountRounds } from "../../../../../server/platform/work/account-rounds.js";
import { AccountTrouble } from "../../../../../server/platform/work/account-trouble.js";
import { ParkedWorkStore } from "../../../../../server/platform/work/parked-work.store.js";
import { WorkAccounts, type WorkNews } from "../../../../../server/platform/work/work-accounts.port.js";
import { WorkRows } from "../../../../../server/platform/work/work-rows.js";
import { createTestDatabase, testDialect } from "../../../../support/database.js";

/** Time that passes when the test says so, whatever is under way: as in life, and unlike the stepped clock. */
export class HandClock extends Clock {
  private time = Date.parse("2026-11-20T15:00:00Z");
  private readonly timers = new TimerQueue();

  now(): number {
    return this.time;
  }

  monotonic(): number {
    return this.time;
  }

  at(instant: number, fn: () => void | Promise<void>): TimerHandle {
    return this.timers.add(instant, fn);
  }

  hold(): () => void {
    return () => {};
  }

  pass(ms: number): void {
    this.time += ms;
    while (this.timers.nextAt !== undefined && this.timers.nextAt <= this.time) void this.timers.take()?.fn();
  }
}

/** Three accounts, and what their journals were told. */
class ToldAccounts extends WorkAccounts {
  readonly told: (WorkNews & { readonly accountId: number })[] = [];
  /** Accounts whose journal takes nothing. */
  readonly deaf = new Set<number>();

  ids(): Promise<readonly number[]> {
    return Promise.resolve([1, 2, 3]);
  }

  record(accountId: number, news: WorkNews): void {
    if (this.deaf.has(accountId)) throw new Error("This journal is broken");
    this.told.push({ accountId, ...news });
  }
}

export async function openRounds() {
  const testDatabase = await createTestDatabase();
  const orm = await openOrm(testDatabase.config, entities);
  await orm.schema.create();
  const clock = new HandClock();
  const db = new Database(orm, clock, new SystemRandom(), testDialect());
  const accounts = new ToldAccounts();
  const logLines: string[] = [];
  const logger = new Logger("debug", { write: (line: string) => void logLines.push(line) });
  const store = new ParkedWorkStore(db, new Ids(clock, new SystemEntropy()), clock);
  /** As another process has it. */
  const process = () => new AccountRounds(accounts, new AccountTrouble(accounts, store, db, clock, logger), clock, logger);
  return {
    clock,
    db,
    accounts,
    logLines,
    process,
    rounds: process(),
    rows: new WorkRows(accounts, store, db, clock, logger),
    async close() {
      await orm.close(true);
      await testDatabase.drop();
    },
  };
}

export type RoundsBench = Awaited<ReturnType<typeof openRounds>>;

import { type BeforeApplicationShutdown, Injectable } from "@nestjs/common";
import { type Instant, SECOND } from "../../shared/instant.js";
import { Clock, type TimerHandle } from "../clock/clock.js";
import { Logger } from "../observability/logger.js";
import { AccountTrouble } from "./account-trouble.js";
import { WorkAccounts } from "./work-accounts.port.js";

/** Accounts that have their turn side by side: enough that a few slow helpdesks delay nobody, few enough for one database. */
const AT_ONCE = 4;
/** How long a round waits for one account; then it goes on by itself, and its place is another's. */
const PATIENCE = 5 * SECOND;

/** @returns whether there may be more to do for the account at once; `not_due` when nothing was tried, which ends no trouble */
export type AccountWork = (accountId: number) => Promise<boolean | void | "not_due">;

/**
 * Does a piece of work for every account. One account's trouble is its own: it is recorded (see `AccountTrouble`), the account rests a little,
 * and the others have their turn; a slow one is left at it, and the next rounds go on without it until it has done.
 */
@Injectable()
export class AccountRounds implements BeforeApplicationShutdown {
  /** Turns that have not ended, by work and account. */
  private readonly running = new Map<string, Promise<boolean>>();
  /** Who began the last round; the next one begins with who comes after. */
  private readonly began = new Map<string, number>();

  constructor(
    private readonly accounts: WorkAccounts,
    private readonly trouble: AccountTrouble,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /**
   * Rejects only when the accounts cannot be listed.
   * @param work name of the job or lane
   * @param whenLate called when an account that was left at it has done: there may be more
   * @returns whether there may be more to do at once
   */
  async forEachAccount(work: string, turn: AccountWork, whenLate: () => void = () => {}): Promise<boolean> {
    const accountIds = await this.accounts.ids();
    const waiting = await this.due(work, accountIds);
    const alone = accountIds.length === 1;
    let more = false;
    const inTurn = async () => {
      for (let accountId = waiting.shift(); accountId !== undefined; accountId = waiting.shift()) {
        const doing = this.start(work, accountId, turn);
        more = (await (alone ? doing : this.withPatience(doing, whenLate))) || more;
      }
    };
    await Promise.all(Array.from({ length: Math.min(this.clock.atOnce(AT_ONCE), waiting.length) }, inTurn));
    return more;
  }

  /** The first instant at which something falls due in any account; accounts that cannot say are asked again by the next round. */
  async earliest(work: string, next: (accountId: number, now: Instant) => Promise<Instant | null>): Promise<Instant | null> {
    const now = this.clock.now();
    const accountIds = await this.accounts.ids();
    const troubles = await this.trouble.of(work, accountIds);
    let first: Instant | null = null;
    for (const accountId of accountIds) {
      const at = troubles.get(accountId)?.retryAt ?? (await this.asked(work, accountId, () => next(accountId, now)));
      if (at !== null && (first === null || at < first)) first = at;
    }
    return first;
  }

  /** What was left at it still uses the database. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.running.values());
  }

  private async asked(work: string, accountId: number, next: () => Promise<Instant | null>): Promise<Instant | null> {
    try {
      return await next();
    } catch (error) {
      this.logger.error("account.work_failed", { accountId, job: work, error });
      return null;
    }
  }

  /** In turn from round to round; without those that rest after a failure and those that are still at it. */
  private async due(work: string, accountIds: readonly number[]): Promise<number[]> {
    const troubles = await this.trouble.of(work, accountIds);
    const now = this.clock.now();
    const last = accountIds.indexOf(this.began.get(work) ?? NaN);
    const order = [...accountIds.slice(last + 1), ...accountIds.slice(0, last + 1)];
    if (order[0] !== undefined) this.began.set(work, order[0]);
    return order.filter((id) => !this.running.has(nameOf(work, id)) && (troubles.get(id)?.retryAt ?? now) <= now);
  }

  private start(work: string, accountId: number, turn: AccountWork): Promise<boolean> {
    const name = nameOf(work, accountId);
    const doing = this.clock.during(() => this.attempt(work, accountId, turn)).finally(() => this.running.delete(name));
    this.running.set(name, doing);
    return doing;
  }

  private async attempt(work: string, accountId: number, turn: AccountWork): Promise<boolean> {
    let more: Awaited<ReturnType<AccountWork>>;
    try {
      more = await turn(accountId);
    } catch (error) {
      await this.trouble.begun(accountId, work, error);
      return false;
    }
    if (more !== "not_due") await this.trouble.ended(accountId, work);
    return more === true;
  }

  private async withPatience(doing: Promise<boolean>, whenLate: () => void): Promise<boolean> {
    let timer: TimerHandle | undefined;
    const patience = new Promise<"late">((resolve) => (timer = this.clock.at(this.clock.now() + PATIENCE, () => resolve("late"))));
    const result = await Promise.race([doing, patience]);
    timer?.cancel();
    if (result !== "late") return result;
    void doing.then(whenLate);
    return false;
  }
}

function nameOf(work: string, accountId: number): string {
  return `${work}/${accountId}`;
}

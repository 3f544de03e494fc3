import { Inject, Injectable } from "@nestjs/common";
import { Clock } from "../../platform/clock/clock.js";
import { Ids } from "../../platform/crypto/ids.js";
import { AccountRounds } from "../../platform/work/account-rounds.js";
import { type Account, AccountDirectory } from "../accounts/index.js";
import { Claim } from "./claim.js";
import { TokenBucket } from "./domain/token-bucket.js";
import { Expiry } from "./expiry.js";
import { Outcomes } from "./outcomes.js";
import { OUTBOX_SETTINGS, type OutboxSettings } from "./outbox.settings.js";
import { Preparation } from "./preparation.js";
import { RestoreFence } from "./restore-fence.js";
import { Sender } from "./sender.js";
import { SwitchWatch } from "./switch-watch.js";

/** One round for every account in turn, so that a large one cannot starve the others. Claims only what may leave at once. */
@Injectable()
export class Dispatcher {
  private readonly buckets = new Map<number, TokenBucket>();
  private readonly waiting = new Set<number>();
  private readonly owner: string;

  constructor(
    private readonly clock: Clock,
    private readonly rounds: AccountRounds,
    private readonly accounts: AccountDirectory,
    private readonly preparation: Preparation,
    private readonly claim: Claim,
    private readonly sender: Sender,
    private readonly outcomes: Outcomes,
    private readonly expiry: Expiry,
    private readonly watch: SwitchWatch,
    private readonly fence: RestoreFence,
    ids: Ids,
    @Inject(OUTBOX_SETTINGS) private readonly settings: OutboxSettings,
  ) {
    this.owner = ids.next();
  }

  /** @returns whether another round may find more at once */
  async round(): Promise<boolean> {
    return this.rounds.forEachAccount(
      "dispatch",
      async (accountId) => this.roundOf(await this.accounts.get(accountId)),
      () => this.wake(),
    );
  }

  private async roundOf(account: Account): Promise<boolean> {
    await this.expiry.expire(account.id);
    if (!(await this.watch.mayDispatch(account.id)) || !(await this.fence.mayDispatch(account.id))) return false;
    const bucket = this.bucket(account.id);
    const tokens = bucket.take(this.settings.batch, this.clock.monotonic());
    if (tokens === 0) {
      this.wakeWhenRefilled(account.id, bucket);
      return false;
    }
    await this.preparation.prepare(account, tokens);
    const { claimed, handled } = await this.claim.take(account.id, tokens, this.owner);
    bucket.giveBack(tokens - claimed.length);
    await this.sender.sendAll(account, claimed, async (sent) => {
      if (sent.outcome.kind === "not_created" && sent.outcome.reason === "throttled") bucket.empty(this.clock.monotonic());
      await this.outcomes.record(account.id, sent);
    });
    return handled >= tokens;
  }

  /** Set by the lane, so that a waiting bucket can ask for the next round. */
  wake: () => void = () => {};

  private wakeWhenRefilled(accountId: number, bucket: TokenBucket): void {
    if (this.waiting.has(accountId)) return;
    this.waiting.add(accountId);
    this.clock.at(this.clock.now() + bucket.wait(this.clock.monotonic()), () => {
      this.waiting.delete(accountId);
      this.wake();
    });
  }

  private bucket(accountId: number): TokenBucket {
    const known = this.buckets.get(accountId);
    if (known) return known;
    const bucket = new TokenBucket(
      this.settings.rate,
      Math.max(1, Math.min(this.settings.batch, Math.ceil(this.settings.rate))),
      this.clock.monotonic(),
    );
    this.buckets.set(accountId, bucket);
    return bucket;
  }
}

import { Inject, Injectable } from "@nestjs/common";
import { Clock } from "../../platform/clock/clock.js";
import { Ids } from "../../platform/crypto/ids.js";
import { AccountRounds } from "../../platform/work/account-rounds.js";
import { type Account, AccountDirectory } from "../accounts/index.js";
import { DispatchGate } from "./dispatch-gate.reader.js";
import { TokenBucket } from "./domain/token-bucket.js";
import { DueClaims } from "./due-claims.service.js";
import { Expiry } from "./expiry.js";
import { Outcomes } from "./outcomes.js";
import { OUTBOX_SETTINGS, type OutboxSettings } from "./outbox.settings.js";
import { Preparation } from "./preparation.js";
import { Sender, type Sent } from "./sender.js";
import { Setbacks } from "./setbacks.js";

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
    private readonly claims: DueClaims,
    private readonly sender: Sender,
    private readonly outcomes: Outcomes,
    private readonly expiry: Expiry,
    private readonly gate: DispatchGate,
    private readonly setbacks: Setbacks,
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
    const { passes, reason } = await this.gate.of(account.id);
    await this.expiry.expire(account.id, reason);
    if (passes === "nothing") return false;
    const rest = this.setbacks.wait(account.id);
    if (rest > 0) {
      this.wakeIn(account.id, rest);
      return false;
    }
    const bucket = this.bucket(account.id);
    const tokens = bucket.take(this.settings.batch, this.clock.monotonic());
    if (tokens === 0) {
      this.wakeIn(account.id, bucket.wait(this.clock.monotonic()));
      return false;
    }
    const only = passes === "replies" ? "reply" : null;
    if (only === null && !(await this.preparation.prepare(account, tokens))) {
      bucket.giveBack(tokens);
      await this.setbacks.take(account.id, "unreachable");
      return false;
    }
    // Before anything is claimed for it: a token that does not open is the account's trouble, and costs no message a try.
    await this.accounts.senderAccess(account.id);
    const { claimed, handled } = await this.claims.take(account.id, tokens, this.owner, only);
    bucket.giveBack(tokens - claimed.length);
    const outcomes: Sent["outcome"][] = [];
    await this.sender.sendAll(account, claimed, async (sent) => {
      outcomes.push(sent.outcome);
      await this.outcomes.record(account.id, sent);
    });
    await this.setbacks.after(account.id, outcomes);
    return handled >= tokens;
  }

  /** Set by the lane, so that an account that waits can ask for the next round. */
  wake: () => void = () => {};

  private wakeIn(accountId: number, ms: number): void {
    if (this.waiting.has(accountId)) return;
    this.waiting.add(accountId);
    this.clock.at(this.clock.now() + ms, () => {
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

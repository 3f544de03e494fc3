import { Injectable } from "@nestjs/common";
import { Clock } from "../../platform/clock/clock.js";
import { Logger } from "../../platform/observability/logger.js";
import { HOUR, MINUTE, SECOND } from "../../shared/instant.js";
import { HostTroubles } from "../accounts/index.js";
import { HostAccounts } from "./host-accounts.reader.js";
import { HostSetup } from "./host-setup.port.js";

/** As far as a signature's time may be off; nearer two machines need not agree. */
const APART_MS = 5 * MINUTE;
/** The wall clock goes on as the monotonic one does; what corrects a drift moves it by less. */
const JUMP_MS = MINUTE;
const ASK_EVERY_MS = HOUR;
/** While it does not answer, or disagrees. */
const ASK_AGAIN_MS = 10 * SECOND;

interface Agreement {
  /** Wall clock minus monotonic clock when the helpdesk agreed with us. */
  readonly offset: number;
  readonly at: number;
}

/**
 * Whether this process knows what time it is. Windows, caps and anchors all hang on it: a clock that steps a day ahead would have everybody
 * written to again minutes after the last message. A clock proves nothing about itself, so nothing leaves until the helpdesk's agrees with
 * ours; that holds for an hour, or until ours jumps against the time that has really passed.
 */
@Injectable()
export class ClockTrust {
  private readonly agreements = new Map<number, Agreement>();
  private readonly doubted = new Set<number>();
  private readonly recorded = new Map<number, boolean>();
  private readonly askedAt = new Map<number, number>();

  constructor(
    private readonly accounts: HostAccounts,
    private readonly setup: HostSetup,
    private readonly clock: Clock,
    private readonly logger: Logger,
    private readonly troubles: HostTroubles,
  ) {}

  /** Asks the helpdesk where it has to. While it does not answer, a clock that it agreed with and that goes steadily is believed. */
  async agrees(accountId: number): Promise<boolean> {
    const now = this.clock.monotonic();
    const known = this.agreements.get(accountId);
    const steady = this.isSteady(accountId);
    if (steady && now - (known?.at ?? now) < ASK_EVERY_MS) return true;
    if (now - (this.askedAt.get(accountId) ?? Number.NEGATIVE_INFINITY) < ASK_AGAIN_MS) return steady;
    this.askedAt.set(accountId, now);
    const skew = await this.skewOf(accountId);
    if (skew === "no answer") return steady;
    // A helpdesk that does not tell the time contradicts nobody; after a jump that is not enough.
    const agreed = skew === "silent" ? !known || steady : Math.abs(skew) <= APART_MS;
    if (agreed) this.agreements.set(accountId, { offset: this.offset(), at: this.clock.monotonic() });
    else this.agreements.set(accountId, { offset: Number.NaN, at: now });
    await this.putOnRecord(accountId, agreed, typeof skew === "number" ? skew : 0);
    return agreed;
  }

  /** Whether our clock did not go on as it should since the helpdesk was last asked. Asks nobody. */
  hasJumped(accountId: number): boolean {
    return this.agreements.has(accountId) && !this.isSteady(accountId);
  }

  private isSteady(accountId: number): boolean {
    const known = this.agreements.get(accountId);
    return known !== undefined && Math.abs(this.offset() - known.offset) <= JUMP_MS;
  }

  private async skewOf(accountId: number): Promise<number | "silent" | "no answer"> {
    try {
      const access = await this.accounts.hostAccess(accountId);
      return (await this.setup.clockSkew(access, () => this.clock.now())) ?? "silent";
    } catch (error) {
      this.logger.warn("clock.not_compared", { accountId, error });
      return "no answer";
    }
  }

  /** Once each way, and what a process before this one has told as well. The panel says it on every page. */
  private async putOnRecord(accountId: number, agreed: boolean, ms: number): Promise<void> {
    if (this.recorded.get(accountId) === agreed) return;
    this.recorded.set(accountId, agreed);
    await this.troubles.record(accountId, [{ looked: ["clock_disagrees"], found: agreed ? [] : ["clock_disagrees"] }]);
    if (!agreed) this.logger.error("clock.in_doubt", { accountId, ms });
    else if (this.doubted.delete(accountId)) this.logger.info("clock.agreed", { accountId });
    if (!agreed) this.doubted.add(accountId);
  }

  private offset(): number {
    return this.clock.now() - this.clock.monotonic();
  }
}

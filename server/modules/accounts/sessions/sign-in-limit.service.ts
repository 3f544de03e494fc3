import { createHmac } from "node:crypto";
import { Injectable } from "@nestjs/common";
import { Clock } from "../../../platform/clock/clock.js";
import { Ids } from "../../../platform/crypto/ids.js";
import { MasterKeys } from "../../../platform/crypto/keys.js";
import { Database } from "../../../platform/database/database.js";
import { networkOf } from "../../../platform/http/network.js";
import { Refusals } from "../../../platform/observability/refusals.js";
import { DomainError, type ErrorKind } from "../../../shared/errors.js";
import { DAY, MINUTE } from "../../../shared/instant.js";
import { SignInAttempts } from "./sign-in-attempt.store.js";

const WINDOW_MS = 15 * MINUTE;
/** From one network, whichever accounts it tries: a person mistypes, a program guesses. */
const MOST_OF_A_NETWORK = 10;
/** Into one account, from whichever networks. */
const MOST_OF_AN_ACCOUNT = 60;
/** A network somebody signed in from is not shut out by what others try elsewhere: nobody locks an account from outside. */
const KNOWN_MS = 30 * DAY;
/** A helpdesk that is away refuses nobody. */
const REFUSED: ReadonlySet<ErrorKind> = new Set(["unauthenticated", "forbidden", "not_found"]);
/** Connecting belongs to no account yet. */
export const NO_ACCOUNT = 0;

/**
 * Failed attempts in a quarter of an hour, of a network and of an account, each for itself. Kept in the database: they hold across processes
 * and restarts. A success takes back what it counted itself and no more: whoever may enter one account has no free guesses at others.
 */
@Injectable()
export class SignInLimit {
  private readonly key: Buffer;

  constructor(
    private readonly attempts: SignInAttempts,
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly refusals: Refusals,
    keys: MasterKeys,
  ) {
    this.key = keys.derive("address");
  }

  /** Runs the attempt; only a failed one counts. @throws DomainError `sign_in.too_many` */
  async guard<T>(accountId: number, address: string, attempt: () => Promise<T>): Promise<T> {
    const network = createHmac("sha256", this.key).update(networkOf(address)).digest("base64url");
    const ref = this.ids.next();
    // Counted before it is made, so that attempts in parallel are counted too.
    await this.db.inUnitOfWork("sign_in.count", () => this.count(accountId, network, ref));
    if (await this.isTooMany(accountId, network)) {
      await this.db.inUnitOfWork("sign_in.refuse", () => this.forget(accountId, ref));
      this.refusals.note("sign_in_limited", "sign_in.too_many", accountId === NO_ACCOUNT ? null : accountId);
      throw new DomainError("too_many", "sign_in.too_many", "Too many failed attempts.", { remedy: "Wait a quarter of an hour." });
    }
    const result = await this.noted(accountId, attempt);
    await this.db.inUnitOfWork("sign_in.forget", async () => {
      await this.forget(accountId, ref);
      if (accountId !== NO_ACCOUNT) await this.attempts.know(accountId, network, this.clock.now() + KNOWN_MS);
    });
    return result;
  }

  private async noted<T>(accountId: number, attempt: () => Promise<T>): Promise<T> {
    try {
      return await attempt();
    } catch (error) {
      if (error instanceof DomainError && REFUSED.has(error.kind))
        this.refusals.note("sign_in_failed", error.code, accountId === NO_ACCOUNT ? null : accountId);
      throw error;
    }
  }

  private async count(accountId: number, network: string, ref: string): Promise<void> {
    const now = this.clock.now();
    for (const account of new Set([NO_ACCOUNT, accountId])) {
      await this.attempts.forgetOld(account, now - WINDOW_MS, now);
      await this.attempts.add(account, network, ref, now);
    }
  }

  private async forget(accountId: number, ref: string): Promise<void> {
    for (const account of new Set([NO_ACCOUNT, accountId])) await this.attempts.remove(account, ref);
  }

  /** The attempt itself is among those counted. */
  private async isTooMany(accountId: number, network: string): Promise<boolean> {
    const since = this.clock.now() - WINDOW_MS;
    if ((await this.attempts.ofNetwork(NO_ACCOUNT, network, since)) > MOST_OF_A_NETWORK) return true;
    if (accountId === NO_ACCOUNT || (await this.attempts.ofAccount(accountId, since)) <= MOST_OF_AN_ACCOUNT) return false;
    return !(await this.attempts.isKnown(accountId, network, this.clock.now()));
  }
}

import { Injectable } from "@nestjs/common";
import { Database } from "../../../platform/database/database.js";
import type { Instant } from "../../../shared/instant.js";
import { type AccountsTables, SIGN_IN_ATTEMPT } from "../accounts.tables.js";

/** Attempts to sign in that have not succeeded, and networks from which some have. Under account 0 a network's attempts at any account. */
@Injectable()
export class SignInAttempts {
  constructor(private readonly db: Database) {}

  async add(accountId: number, network: string, ref: string, at: Instant): Promise<void> {
    await this.db.insert(SIGN_IN_ATTEMPT, [{ account_id: accountId, address_hash: network, ref, at, known_until: null }]);
  }

  async remove(accountId: number, ref: string): Promise<void> {
    await this.forget(accountId).where("ref", "=", ref).execute();
  }

  async forgetOld(accountId: number, triedBefore: Instant, now: Instant): Promise<void> {
    await this.forget(accountId).where("known_until", "is", null).where("at", "<", triedBefore).execute();
    await this.forget(accountId).where("known_until", "<", now).execute();
  }

  async know(accountId: number, network: string, until: Instant): Promise<void> {
    await this.forget(accountId).where("address_hash", "=", network).where("known_until", "is not", null).execute();
    await this.db.insert(SIGN_IN_ATTEMPT, [{ account_id: accountId, address_hash: network, ref: null, at: until, known_until: until }]);
  }

  async isKnown(accountId: number, network: string, now: Instant): Promise<boolean> {
    const known = this.attempts(accountId).select("id").where("address_hash", "=", network).where("known_until", ">", now);
    return (await known.limit(1).executeTakeFirst()) !== undefined;
  }

  async ofNetwork(accountId: number, network: string, since: Instant): Promise<number> {
    const { n } = await this.counted(accountId, since).where("address_hash", "=", network).executeTakeFirstOrThrow();
    return n;
  }

  async ofAccount(accountId: number, since: Instant): Promise<number> {
    return (await this.counted(accountId, since).executeTakeFirstOrThrow()).n;
  }

  private counted(accountId: number, since: Instant) {
    const attempts = this.attempts(accountId).where("at", ">=", since).where("known_until", "is", null);
    return attempts.select(({ fn }) => fn.countAll<number>().as("n"));
  }

  private attempts(accountId: number) {
    return this.db.typed<AccountsTables>().selectFrom(SIGN_IN_ATTEMPT).where("account_id", "=", accountId);
  }

  private forget(accountId: number) {
    return this.db.typed<AccountsTables>().deleteFrom(SIGN_IN_ATTEMPT).where("account_id", "=", accountId);
  }
}

import { Injectable } from "@nestjs/common";
import { Database } from "../../../platform/database/database.js";
import type { Instant } from "../../../shared/instant.js";

/** Attempts to sign in that have not succeeded, and networks from which some have. Under account 0 a network's attempts at any account. */
@Injectable()
export class SignInAttempts {
  constructor(private readonly db: Database) {}

  async add(accountId: number, network: string, ref: string, at: Instant): Promise<void> {
    await this.db.insert("sign_in_attempt", [{ account_id: accountId, address_hash: network, ref, at, known_until: null }]);
  }

  async remove(accountId: number, ref: string): Promise<void> {
    await this.db.run("delete from sign_in_attempt where account_id = ? and ref = ?", [accountId, ref]);
  }

  async forgetOld(accountId: number, triedBefore: Instant, now: Instant): Promise<void> {
    await this.db.run("delete from sign_in_attempt where account_id = ? and known_until is null and at < ?", [accountId, triedBefore]);
    await this.db.run("delete from sign_in_attempt where account_id = ? and known_until < ?", [accountId, now]);
  }

  async know(accountId: number, network: string, until: Instant): Promise<void> {
    await this.db.run("delete from sign_in_attempt where account_id = ? and address_hash = ? and known_until is not null", [
      accountId,
      network,
    ]);
    await this.db.insert("sign_in_attempt", [{ account_id: accountId, address_hash: network, ref: null, at: until, known_until: until }]);
  }

  async isKnown(accountId: number, network: string, now: Instant): Promise<boolean> {
    const row = await this.db.row("select id from sign_in_attempt where account_id = ? and address_hash = ? and known_until > ? limit 1", [
      accountId,
      network,
      now,
    ]);
    return row !== null;
  }

  ofNetwork(accountId: number, network: string, since: Instant): Promise<number> {
    return this.howMany("account_id = ? and address_hash = ?", [accountId, network, since]);
  }

  ofAccount(accountId: number, since: Instant): Promise<number> {
    return this.howMany("account_id = ?", [accountId, since]);
  }

  private async howMany(which: string, params: readonly (string | number)[]): Promise<number> {
    const counted = await this.db.row<{ attempts: number }>(
      `select count(*) as attempts from sign_in_attempt where ${which} and at >= ? and known_until is null`,
      params,
    );
    return counted?.attempts ?? 0;
  }
}

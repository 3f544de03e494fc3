import { createHmac } from "node:crypto";
import { Injectable } from "@nestjs/common";
import { Clock } from "../../platform/clock/clock.js";
import { MasterKeys } from "../../platform/crypto/keys.js";
import { Database } from "../../platform/database/database.js";
import { DomainError } from "../../shared/errors.js";
import { MINUTE } from "../../shared/instant.js";

const WINDOW_MS = 15 * MINUTE;
const MOST_FAILURES = 10;
/** Connecting belongs to no account yet. */
export const NO_ACCOUNT = 0;

/** Ten failed attempts in a quarter of an hour, per account and network address. Kept in the database: it holds across processes and restarts. */
@Injectable()
export class SignInLimit {
  private readonly key: Buffer;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    keys: MasterKeys,
  ) {
    this.key = keys.derive("address");
  }

  /** Runs the attempt; only a failed one counts. @throws DomainError `sign_in.too_many` */
  async guard<T>(accountId: number, address: string, attempt: () => Promise<T>): Promise<T> {
    const addressHash = createHmac("sha256", this.key).update(address).digest("base64url");
    const at = this.clock.now();
    // Counted before it is made, so that attempts in parallel are counted too.
    await this.db.inUnitOfWork("sign_in.count", async () => {
      await this.db.run("delete from sign_in_attempt where account_id = ? and at < ?", [accountId, at - WINDOW_MS]);
      const counted = await this.db.row<{ attempts: number }>(
        "select count(*) as attempts from sign_in_attempt where account_id = ? and address_hash = ?",
        [accountId, addressHash],
      );
      if ((counted?.attempts ?? 0) >= MOST_FAILURES) {
        throw new DomainError("too_many", "sign_in.too_many", "Too many failed attempts from this network.", {
          remedy: "Wait a quarter of an hour.",
        });
      }
      await this.db.insert("sign_in_attempt", [{ account_id: accountId, address_hash: addressHash, at }]);
    });
    const result = await attempt();
    await this.db.inUnitOfWork("sign_in.forget", () =>
      this.db.run("delete from sign_in_attempt where account_id = ? and address_hash = ?", [accountId, addressHash]),
    );
    return result;
  }
}

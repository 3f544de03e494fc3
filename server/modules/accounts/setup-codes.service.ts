import { Injectable } from "@nestjs/common";
import { Clock } from "../../platform/clock/clock.js";
import { Entropy } from "../../platform/crypto/randomness.js";
import { Database } from "../../platform/database/database.js";
import { DAY, HOUR, type Instant } from "../../shared/instant.js";
import { DomainError } from "../../shared/errors.js";
import { ACCOUNT, type AccountsTables, SETUP_CODE } from "./accounts.tables.js";
import { hashSecret } from "./secrets.adapter.js";

/** Without letters and digits that people mix up. 32 of them: five bits each. */
const ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const LENGTH = 20;
const GROUP = 5;

export interface NewSetupCode {
  readonly code: string;
  readonly expiresAt: Instant;
}

/** The operator's proof that someone may connect an account: made on the command line or at first start, used once, kept as a hash. */
@Injectable()
export class SetupCodes {
  constructor(
    private readonly db: Database,
    private readonly entropy: Entropy,
    private readonly clock: Clock,
  ) {}

  create(lifetimeMs: number = HOUR): Promise<NewSetupCode> {
    const letters = [...this.entropy.bytes(LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]!).join("");
    const code = letters.match(new RegExp(`.{${GROUP}}`, "g"))!.join("-");
    const now = this.clock.now();
    const expiresAt = now + lifetimeMs;
    return this.db.inUnitOfWork("setup_code.create", async () => {
      await this.tables
        .deleteFrom(SETUP_CODE)
        .where("expires_at", "<", now - DAY)
        .execute();
      await this.db.insert(SETUP_CODE, [{ code_hash: hashOf(code), created_at: now, expires_at: expiresAt, used_at: null }]);
      return { code, expiresAt };
    });
  }

  /** A code for an installation without an account, valid for a day, unless one is valid already; null when none is needed. */
  async forFirstStart(): Promise<NewSetupCode | null> {
    const codes = this.tables.selectFrom(SETUP_CODE).select("id").where("used_at", "is", null).where("expires_at", ">", this.clock.now());
    const needless = await this.tables.selectFrom(ACCOUNT).select("id").unionAll(codes).executeTakeFirst();
    return needless ? null : this.create(DAY);
  }

  /** @throws DomainError `setup_code.refused` when the code is unknown, used or expired */
  async check(code: string): Promise<void> {
    const codes = this.tables.selectFrom(SETUP_CODE).select("id").where("code_hash", "=", hashOf(code));
    const valid = codes.where("used_at", "is", null).where("expires_at", ">", this.clock.now());
    if (!(await valid.executeTakeFirst())) throw refused();
  }

  /** In the caller's unit of work: of several that use the code at once, one succeeds. @throws DomainError `setup_code.refused` */
  async use(code: string): Promise<void> {
    const now = this.clock.now();
    const { numUpdatedRows } = await this.tables
      .updateTable(SETUP_CODE)
      .set({ used_at: now })
      .where("code_hash", "=", hashOf(code))
      .where("used_at", "is", null)
      .where("expires_at", ">", now)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw refused();
  }

  private get tables() {
    return this.db.typed<AccountsTables>();
  }
}

/** Case and separators do not matter to people who copy it from a terminal. */
function hashOf(code: string): string {
  return hashSecret(code.toUpperCase().replace(/[^A-Z0-9]/g, ""));
}

function refused(): DomainError {
  return new DomainError(
    "forbidden",
    "setup_code.refused",
    "The set-up code is not valid: it is wrong, was used already, or has expired.",
    {
      field: "setupCode",
      remedy: 'The operator makes a new one with "npm run saldo -- setup-code".',
    },
  );
}

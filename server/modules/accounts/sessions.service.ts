import { Injectable } from "@nestjs/common";
import { Clock } from "../../platform/clock/clock.js";
import { Ids } from "../../platform/crypto/ids.js";
import { Entropy } from "../../platform/crypto/randomness.js";
import { Database } from "../../platform/database/database.js";
import type { Me } from "../../contract/accounts.contract.js";
import type { Actor } from "../../shared/actor.js";
import { DomainError } from "../../shared/errors.js";
import { DAY, HOUR, MINUTE } from "../../shared/instant.js";
import { Journal } from "../journal/index.js";
import type { Account } from "./account.js";
import { AccountDirectory } from "./account-directory.js";
import { AccountEvent } from "./accounts.events.js";
import { Helpdesk } from "./helpdesk.port.js";
import { Roster } from "./roster.js";
import { hashSecret, joinSecret, splitSecret } from "./secrets.js";
import { type Session, SessionStore } from "./session.store.js";
import { NO_ACCOUNT, SignInLimit } from "./sign-in-limit.js";

/** A working day. Not prolonged by use: every morning the helpdesk vouches anew. */
export const SESSION_MS = 12 * HOUR;
/** How long people who were in may go on while the helpdesk does not answer, so that "stop all" works during its outage. */
const OUTAGE_GRACE_MS = HOUR;

type Person = Extract<Actor, { kind: "person" }>;

export interface SignedIn {
  readonly account: Account;
  readonly session: Session;
  readonly actor: Person;
}

/** People prove themselves once with their helpdesk access token and get a session of Saldo's own. */
@Injectable()
export class Sessions {
  constructor(
    private readonly directory: AccountDirectory,
    private readonly store: SessionStore,
    private readonly roster: Roster,
    private readonly helpdesk: Helpdesk,
    private readonly limit: SignInLimit,
    private readonly journal: Journal,
    private readonly db: Database,
    private readonly ids: Ids,
    private readonly entropy: Entropy,
    private readonly clock: Clock,
  ) {}

  /**
   * The access token goes to the helpdesk stored with the account, once, and is forgotten.
   * @param address the caller's network address, for the rate limit
   * @returns the session's token, for the cookie
   */
  async signIn(accountPublicId: string, accessToken: string, address: string): Promise<string> {
    const account = await this.directory.byPublicId(accountPublicId);
    if (!account) return this.limit.guard(NO_ACCOUNT, address, () => Promise.reject(unknownAccount()));
    return this.limit.guard(account.id, address, async () => {
      const user = await this.helpdesk.whoAmI(account.hostBaseUrl, account.hostAccountId, accessToken);
      const token = joinSecret("", ".", account.publicId, this.entropy.token());
      const publicId = this.ids.next();
      const now = this.clock.now();
      await this.db.inUnitOfWork("session.start", async () => {
        await this.store.add(account.id, {
          publicId,
          tokenHash: hashSecret(token),
          hostUserId: user.id,
          name: user.name,
          hostRole: user.role,
          now,
          expiresAt: now + SESSION_MS,
        });
        this.journal.append(account.id, {
          type: AccountEvent.sessionStarted,
          version: 1,
          actor: { kind: "person", accountId: account.id, hostUserId: user.id, role: user.role },
          payload: { session: publicId, role: user.role },
        });
      });
      return token;
    });
  }

  /** Null when the token is unknown, the session over, or its person lost access in the helpdesk (which ends it). */
  async find(token: string): Promise<SignedIn | null> {
    const parts = splitSecret(token, "", ".");
    const account = parts && (await this.directory.byPublicId(parts.publicId));
    if (!account) return null;
    const now = this.clock.now();
    const session = await this.store.live(account.id, hashSecret(token), now);
    if (!session) return null;
    const users = await this.roster.recent(account.id);
    if (!users) return now - session.verifiedAt < OUTAGE_GRACE_MS ? signedIn(account, session, session.hostRole) : null;
    const user = users.find((candidate) => candidate.id === session.hostUserId);
    if (!user) {
      await this.end(signedIn(account, session, session.hostRole), "access_lost");
      return null;
    }
    if (user.role !== session.hostRole || now - session.verifiedAt >= MINUTE) {
      await this.db.inUnitOfWork("session.verified", () => this.store.verified(account.id, session.publicId, user.role, now));
    }
    return signedIn(account, session, user.role);
  }

  async signOut(token: string): Promise<void> {
    const found = await this.find(token);
    if (found) await this.end(found, "signed_out");
  }

  /** @throws DomainError `session.missing` */
  async me(token: string): Promise<Me> {
    const found = await this.find(token);
    if (!found)
      throw new DomainError("unauthenticated", "session.missing", "You are not signed in, or the session is over.", {
        remedy: "Sign in and try again.",
      });
    const { account, session, actor } = found;
    return {
      name: await this.store.nameOf(account.id, session),
      role: actor.role,
      account: {
        id: account.publicId,
        name: account.name,
        hostUrl: account.hostBaseUrl,
        hostAccountId: account.hostAccountId,
        zone: account.zone,
        locale: account.locale,
      },
    };
  }

  /** Sessions that ended more than a month ago; the journal keeps their beginning and end. */
  async cleanUp(accountId: number): Promise<void> {
    const before = this.clock.now() - 30 * DAY;
    await this.db.inUnitOfWork("session.clean_up", () => this.store.cleanUp(accountId, before));
  }

  private async end({ account, session, actor }: SignedIn, reason: "signed_out" | "access_lost"): Promise<void> {
    await this.db.inUnitOfWork("session.end", async () => {
      if (!(await this.store.end(account.id, session.publicId, this.clock.now()))) return;
      this.journal.append(account.id, {
        type: AccountEvent.sessionEnded,
        version: 1,
        actor,
        payload: { session: session.publicId, reason },
      });
    });
  }
}

/** Administrators stay what they are: they may do what compliance may. */
function signedIn(account: Account, session: Session, hostRole: "administrator" | "agent"): SignedIn {
  const role = hostRole === "agent" && session.compliance ? "compliance" : hostRole;
  return { account, session, actor: { kind: "person", accountId: account.id, hostUserId: session.hostUserId, role } };
}

function unknownAccount(): DomainError {
  return new DomainError("not_found", "account.not_found", "No such account is connected to Saldo.", {
    field: "account",
    remedy: "Open Saldo from the helpdesk, or use the address the administrator was given when connecting.",
  });
}

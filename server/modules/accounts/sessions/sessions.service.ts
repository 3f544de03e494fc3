import { Injectable } from "@nestjs/common";
import { Clock } from "../../../platform/clock/clock.js";
import { Database } from "../../../platform/database/database.js";
import type { Me } from "../../../contract/accounts.contract.js";
import type { Actor } from "../../../shared/actor.js";
import { DomainError } from "../../../shared/errors.js";
import { HOUR, MINUTE } from "../../../shared/instant.js";
import type { Account } from "../account.reader.js";
import { AccountDirectory } from "../account-directory.reader.js";
import { Helpdesk } from "../helpdesk.port.js";
import { Roster } from "./roster.service.js";
import { hashSecret, splitSecret } from "../secrets.adapter.js";
import { IDLE_MS, SessionBook } from "./session-book.service.js";
import { type Session, SessionStore } from "./session.store.js";
import { NO_ACCOUNT, SignInLimit } from "./sign-in-limit.service.js";

/** How long people who were in may go on while the helpdesk does not answer, so that "stop all" works during its outage. */
const OUTAGE_GRACE_MS = HOUR;

type Person = Extract<Actor, { kind: "person" }>;

export interface FoundSession {
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
    private readonly book: SessionBook,
    private readonly roster: Roster,
    private readonly helpdesk: Helpdesk,
    private readonly limit: SignInLimit,
    private readonly db: Database,
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
      return this.book.begin(account, user);
    });
  }

  /**
   * Null when the token is unknown, the session over, or its person lost access in the helpdesk (which ends it).
   * @param attended whether the person did this, so that the session counts as used
   */
  async find(token: string, attended: boolean): Promise<FoundSession | null> {
    const parts = splitSecret(token, "", ".");
    const account = parts && (await this.directory.byPublicId(parts.publicId));
    if (!account) return null;
    const now = this.clock.now();
    const session = await this.store.live(account.id, hashSecret(token), now, now - IDLE_MS);
    if (!session) return null;
    const users = await this.roster.recent(account.id);
    const user = users?.find((candidate) => candidate.id === session.hostUserId);
    if (users && !user) {
      await this.book.end(found(account, session, session.hostRole).actor, session.publicId, "access_lost");
      return null;
    }
    if (!user && now - session.verifiedAt >= OUTAGE_GRACE_MS) return null;
    await this.note(account.id, session, user?.role ?? null, attended);
    return found(account, session, user?.role ?? session.hostRole);
  }

  async signOut(token: string): Promise<void> {
    const current = await this.find(token, true);
    if (current) await this.book.end(current.actor, current.session.publicId, "signed_out");
  }

  /** @throws DomainError `session.missing` */
  async me(token: string): Promise<Me> {
    const current = await this.find(token, true);
    if (!current)
      throw new DomainError("unauthenticated", "session.missing", "You are not signed in, or the session is over.", {
        remedy: "Sign in and try again.",
      });
    const { account, session, actor } = current;
    return {
      name: await this.store.nameOf(account.id, session),
      hostUserId: actor.hostUserId,
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

  /** @param role as the helpdesk says it now; null while it does not answer */
  private async note(accountId: number, session: Session, role: Session["hostRole"] | null, attended: boolean): Promise<void> {
    const now = this.clock.now();
    const verified = role !== null && (role !== session.hostRole || now - session.verifiedAt >= MINUTE) ? { role, at: now } : null;
    const seenAt = attended && now - session.lastSeenAt >= MINUTE ? now : null;
    if (!verified && seenAt === null) return;
    await this.db.inUnitOfWork("session.seen", () => this.store.note(accountId, session.publicId, verified, seenAt));
  }
}

/** Administrators stay what they are: they may do what compliance may. */
function found(account: Account, session: Session, hostRole: "administrator" | "agent"): FoundSession {
  const role = hostRole === "agent" && session.compliance ? "compliance" : hostRole;
  return { account, session, actor: { kind: "person", accountId: account.id, hostUserId: session.hostUserId, role } };
}

function unknownAccount(): DomainError {
  return new DomainError("not_found", "account.not_found", "No such account is connected to Saldo.", {
    field: "account",
    remedy: "Open Saldo from the helpdesk, or use the address the administrator was given when connecting.",
  });
}

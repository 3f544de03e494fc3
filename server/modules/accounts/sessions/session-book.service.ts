import { Injectable } from "@nestjs/common";
import type { SessionView } from "../../../contract/accounts.contract.js";
import { Clock } from "../../../platform/clock/clock.js";
import { Ids } from "../../../platform/crypto/ids.js";
import { Entropy } from "../../../platform/crypto/randomness.js";
import { Database } from "../../../platform/database/database.js";
import type { Actor } from "../../../shared/actor.js";
import { notFound } from "../../../shared/errors.js";
import { DAY, HOUR, toIso } from "../../../shared/instant.js";
import { Journal, LiveStreams } from "../../journal/index.js";
import type { Account } from "../account.reader.js";
import { AccountEvent } from "../accounts.events.js";
import type { HostUser } from "../helpdesk.port.js";
import { hashSecret, joinSecret } from "../secrets.adapter.js";
import { SessionStore } from "./session.store.js";

/** A working day. Not prolonged by use: every morning the helpdesk vouches anew. */
export const SESSION_MS = 12 * HOUR;
/** Longer than a lunch, shorter than an afternoon: then a page that was left open has nobody in front of it. */
export const IDLE_MS = 2 * HOUR;
/** Sessions of one person at a time; a further one ends that which was used least lately. */
const MOST_OF_PERSON = 30;

type Person = Extract<Actor, { kind: "person" }>;
export type SessionEnd = "signed_out" | "ended_elsewhere" | "replaced" | "access_lost";

/** Beginning, list and end of people's sessions. */
@Injectable()
export class SessionBook {
  constructor(
    private readonly store: SessionStore,
    private readonly streams: LiveStreams,
    private readonly journal: Journal,
    private readonly db: Database,
    private readonly ids: Ids,
    private readonly entropy: Entropy,
    private readonly clock: Clock,
  ) {}

  /** @returns the session's token, for the cookie */
  async begin(account: Account, user: HostUser): Promise<string> {
    const token = joinSecret("", ".", account.publicId, this.entropy.token());
    const publicId = this.ids.next();
    const now = this.clock.now();
    const actor: Person = { kind: "person", accountId: account.id, hostUserId: user.id, role: user.role };
    await this.db.inUnitOfWork("session.start", async () => {
      const open = await this.store.ofPerson(account.id, user.id, now, now - IDLE_MS);
      for (const { publicId: old } of open.slice(MOST_OF_PERSON - 1)) await this.close(actor, old, "replaced");
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
        actor,
        payload: { session: publicId, role: user.role },
      });
    });
    return token;
  }

  /** What is open in the person's own name, the last used first. */
  async list(person: Person, current: string): Promise<SessionView[]> {
    const now = this.clock.now();
    const sessions = await this.store.ofPerson(person.accountId, person.hostUserId, now, now - IDLE_MS);
    return sessions.map((session) => ({
      id: session.publicId,
      current: session.publicId === current,
      startedAt: toIso(session.createdAt),
      lastSeenAt: toIso(session.lastSeenAt),
      endsAt: toIso(Math.min(session.expiresAt, session.lastSeenAt + IDLE_MS)),
    }));
  }

  async end(person: Person, publicId: string, reason: SessionEnd): Promise<void> {
    await this.db.inUnitOfWork("session.end", () => this.close(person, publicId, reason));
  }

  /** @throws DomainError `session.not_found`, also for the session of somebody else */
  async endOwn(person: Person, publicId: string): Promise<void> {
    const now = this.clock.now();
    await this.db.inUnitOfWork("session.end", async () => {
      const own = await this.store.ofPerson(person.accountId, person.hostUserId, now, now - IDLE_MS);
      if (!own.some((session) => session.publicId === publicId)) {
        throw notFound("session.not_found", "There is no such session of yours, or it is over already.");
      }
      await this.close(person, publicId, "ended_elsewhere");
    });
  }

  /** All sessions of the person but the one that asks. */
  async endOthers(person: Person, current: string): Promise<void> {
    const now = this.clock.now();
    await this.db.inUnitOfWork("session.end", async () => {
      const own = await this.store.ofPerson(person.accountId, person.hostUserId, now, now - IDLE_MS);
      for (const { publicId } of own) if (publicId !== current) await this.close(person, publicId, "ended_elsewhere");
    });
  }

  /** Sessions that ended more than a month ago; the journal keeps their beginning and end. */
  async cleanUp(accountId: number): Promise<void> {
    const before = this.clock.now() - 30 * DAY;
    await this.db.inUnitOfWork("session.clean_up", () => this.store.cleanUp(accountId, before));
  }

  private async close(person: Person, publicId: string, reason: SessionEnd): Promise<void> {
    const { accountId } = person;
    if (!(await this.store.end(accountId, publicId, this.clock.now()))) return;
    this.journal.append(accountId, { type: AccountEvent.sessionEnded, version: 1, actor: person, payload: { session: publicId, reason } });
    this.db.afterCommit(() => this.streams.endOf(accountId, publicId));
  }
}

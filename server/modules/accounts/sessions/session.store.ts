import { Injectable } from "@nestjs/common";
import { KeyRing } from "../../../platform/crypto/key-ring.js";
import { Sealer, type SealPlace } from "../../../platform/crypto/seal.js";
import { Database } from "../../../platform/database/database.js";
import type { Instant } from "../../../shared/instant.js";
import { type AccountsTables, COMPLIANCE_GRANT, SESSION } from "../accounts.tables.js";
import { SessionEntity } from "./session.entity.js";

export interface Session {
  readonly publicId: string;
  readonly hostUserId: number;
  readonly hostRole: "administrator" | "agent";
  readonly verifiedAt: Instant;
  readonly lastSeenAt: Instant;
  /** Whether the person holds the compliance role. */
  readonly compliance: boolean;
  readonly nameSealed: string;
}

export interface OpenSession {
  readonly publicId: string;
  readonly createdAt: Instant;
  readonly lastSeenAt: Instant;
  readonly expiresAt: Instant;
}

@Injectable()
export class SessionStore {
  constructor(
    private readonly db: Database,
    private readonly keys: KeyRing,
    private readonly sealer: Sealer,
  ) {}

  async add(
    accountId: number,
    session: {
      publicId: string;
      tokenHash: string;
      hostUserId: number;
      name: string;
      hostRole: Session["hostRole"];
      now: Instant;
      expiresAt: Instant;
    },
  ): Promise<void> {
    const key = await this.keys.account(accountId);
    await this.db.em.insert(SessionEntity, {
      accountId,
      publicId: session.publicId,
      tokenHash: session.tokenHash,
      hostUserId: session.hostUserId,
      nameSealed: this.sealer.seal(key, place(accountId, session.publicId), session.name),
      hostRole: session.hostRole,
      verifiedAt: session.now,
      lastSeenAt: session.now,
      createdAt: session.now,
      expiresAt: session.expiresAt,
      endedAt: null,
    });
  }

  /** @param usedAfter one that nobody used since is over */
  async live(accountId: number, tokenHash: string, now: Instant, usedAfter: Instant): Promise<Session | null> {
    const row = await this.db
      .typed<AccountsTables>()
      .selectFrom(`${SESSION} as s`)
      .leftJoin(`${COMPLIANCE_GRANT} as g`, (join) =>
        join.onRef("g.account_id", "=", "s.account_id").onRef("g.host_user_id", "=", "s.host_user_id"),
      )
      .select(["s.public_id", "s.host_user_id", "s.host_role", "s.verified_at", "s.last_seen_at", "s.name_sealed", "g.id as grant_id"])
      .where("s.account_id", "=", accountId)
      .where("s.token_hash", "=", tokenHash)
      .where("s.ended_at", "is", null)
      .where("s.expires_at", ">", now)
      .where("s.last_seen_at", ">", usedAfter)
      .executeTakeFirst();
    if (!row) return null;
    return {
      publicId: row.public_id,
      hostUserId: row.host_user_id,
      hostRole: row.host_role,
      verifiedAt: row.verified_at,
      lastSeenAt: row.last_seen_at,
      compliance: row.grant_id !== null,
      nameSealed: row.name_sealed,
    };
  }

  async nameOf(accountId: number, session: Session): Promise<string> {
    return this.sealer.open(await this.keys.account(accountId), place(accountId, session.publicId), session.nameSealed);
  }

  async note(
    accountId: number,
    publicId: string,
    verified: { readonly role: Session["hostRole"]; readonly at: Instant } | null,
    seenAt: Instant | null,
  ): Promise<void> {
    await this.db.em.nativeUpdate(
      SessionEntity,
      { accountId, publicId },
      {
        ...(verified ? { hostRole: verified.role, verifiedAt: verified.at } : {}),
        ...(seenAt === null ? {} : { lastSeenAt: seenAt }),
      },
    );
  }

  /** What is open, the last used first. */
  ofPerson(accountId: number, hostUserId: number, now: Instant, usedAfter: Instant): Promise<OpenSession[]> {
    return this.db.em.find(
      SessionEntity,
      { accountId, hostUserId, endedAt: null, expiresAt: { $gt: now }, lastSeenAt: { $gt: usedAfter } },
      {
        orderBy: { lastSeenAt: "desc", id: "desc" },
        fields: ["publicId", "createdAt", "lastSeenAt", "expiresAt"],
        disableIdentityMap: true,
      },
    );
  }

  /** @returns false when it was over already */
  async end(accountId: number, publicId: string, now: Instant): Promise<boolean> {
    return (await this.db.em.nativeUpdate(SessionEntity, { accountId, publicId, endedAt: null }, { endedAt: now })) > 0;
  }

  async cleanUp(accountId: number, expiredBefore: Instant): Promise<void> {
    const sessions = this.db.typed<AccountsTables>().deleteFrom(SESSION).where("account_id", "=", accountId);
    await sessions.where("expires_at", "<", expiredBefore).execute();
  }
}

function place(accountId: number, row: string): SealPlace {
  return { accountId, table: SESSION, column: "name_sealed", row };
}

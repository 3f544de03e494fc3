import { Injectable } from "@nestjs/common";
import type { z } from "zod";
import type { ApiKeyView } from "../../../contract/accounts.contract.js";
import type { Scope } from "../../../contract/route.js";
import { Clock } from "../../../platform/clock/clock.js";
import { Ids } from "../../../platform/crypto/ids.js";
import { Entropy } from "../../../platform/crypto/randomness.js";
import { Database } from "../../../platform/database/database.js";
import { type Actor, actorRef } from "../../../shared/actor.js";
import { notFound } from "../../../shared/errors.js";
import { MINUTE, toIso, toIsoOrNull } from "../../../shared/instant.js";
import { Journal } from "../../journal/index.js";
import { AccountDirectory } from "../account-directory.reader.js";
import { AccountEvent } from "../accounts.events.js";
import { type ApiKey, ApiKeyStore } from "./api-key.store.js";
import { hashSecret, joinSecret, splitSecret } from "../secrets.adapter.js";

type Machine = Extract<Actor, { kind: "machine" }>;
type View = z.output<typeof ApiKeyView>;

const PREFIX = "saldo_";
/** `last_used_at` is for people: to the minute. */
const USED_EVERY_MS = MINUTE;

/** Keys of machines: payments in, imports in, debtors and journal out. */
@Injectable()
export class ApiKeys {
  constructor(
    private readonly directory: AccountDirectory,
    private readonly store: ApiKeyStore,
    private readonly journal: Journal,
    private readonly db: Database,
    private readonly ids: Ids,
    private readonly entropy: Entropy,
    private readonly clock: Clock,
  ) {}

  async list(accountId: number): Promise<View[]> {
    return (await this.store.list(accountId)).map(view);
  }

  /** The secret is in the answer and nowhere else. */
  async create(accountId: number, actor: Actor, input: { name: string; scopes: readonly Scope[] }): Promise<{ key: View; secret: string }> {
    const account = await this.directory.get(accountId);
    const random = this.entropy.token();
    const secret = joinSecret(PREFIX, "_", account.publicId, random);
    const key: ApiKey = {
      publicId: this.ids.next(),
      name: input.name,
      prefix: random.slice(0, 8),
      scopes: [...new Set(input.scopes)],
      createdAt: this.clock.now(),
      lastUsedAt: null,
      revokedAt: null,
    };
    await this.db.inUnitOfWork("api_key.create", async () => {
      await this.store.add(accountId, key, hashSecret(secret), actorRef(actor));
      this.journal.append(accountId, {
        type: AccountEvent.apiKeyCreated,
        version: 1,
        actor,
        payload: { key: key.publicId, scopes: [...key.scopes] },
      });
    });
    return { key: view(key), secret };
  }

  /** Works at once in every process: keys are not cached. @throws DomainError `api_key.not_found` */
  async revoke(accountId: number, actor: Actor, publicId: string): Promise<void> {
    await this.db.inUnitOfWork("api_key.revoke", async () => {
      if (!(await this.store.revoke(accountId, publicId, this.clock.now()))) {
        throw notFound("api_key.not_found", "There is no such key, or it was revoked already.");
      }
      this.journal.append(accountId, { type: AccountEvent.apiKeyRevoked, version: 1, actor, payload: { key: publicId } });
    });
  }

  async authenticate(secret: string): Promise<Machine | null> {
    const parts = splitSecret(secret, PREFIX, "_");
    const account = parts && (await this.directory.byPublicId(parts.publicId));
    const key = account && (await this.store.bySecret(account.id, hashSecret(secret)));
    if (!key || key.revokedAt !== null) return null;
    const now = this.clock.now();
    if (key.lastUsedAt === null || now - key.lastUsedAt >= USED_EVERY_MS) {
      await this.db.inUnitOfWork("api_key.used", () => this.store.used(account.id, key.publicId, now));
    }
    return { kind: "machine", accountId: account.id, keyId: key.publicId, scopes: key.scopes };
  }
}

function view(key: ApiKey): View {
  return {
    id: key.publicId,
    name: key.name,
    prefix: key.prefix,
    scopes: [...key.scopes],
    createdAt: toIso(key.createdAt),
    lastUsedAt: toIsoOrNull(key.lastUsedAt),
    revokedAt: toIsoOrNull(key.revokedAt),
  };
}

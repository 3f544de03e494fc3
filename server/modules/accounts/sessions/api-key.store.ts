import { Injectable } from "@nestjs/common";
import type { InferEntity } from "@mikro-orm/core";
import type { Scope } from "../../../contract/route.js";
import { Database } from "../../../platform/database/database.js";
import type { Instant } from "../../../shared/instant.js";
import { ApiKeyEntity } from "./api-key.entity.js";

export interface ApiKey {
  readonly publicId: string;
  readonly name: string;
  /** First characters of the random part, so that people recognise the key. */
  readonly prefix: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: Instant;
  readonly lastUsedAt: Instant | null;
  readonly revokedAt: Instant | null;
}

@Injectable()
export class ApiKeyStore {
  constructor(private readonly db: Database) {}

  async list(accountId: number): Promise<ApiKey[]> {
    const rows = await this.db.em.find(ApiKeyEntity, { accountId }, { disableIdentityMap: true, orderBy: { id: "desc" } });
    return rows.map(toKey);
  }

  async bySecret(accountId: number, secretHash: string): Promise<ApiKey | null> {
    const row = await this.db.em.findOne(ApiKeyEntity, { accountId, secretHash }, { disableIdentityMap: true });
    return row && toKey(row);
  }

  async add(accountId: number, key: ApiKey, secretHash: string, createdBy: string): Promise<void> {
    await this.db.em.insert(ApiKeyEntity, { ...key, accountId, secretHash, createdBy, scopes: JSON.stringify(key.scopes) });
  }

  /** @returns false when there is no such key in force */
  async revoke(accountId: number, publicId: string, now: Instant): Promise<boolean> {
    return (await this.db.em.nativeUpdate(ApiKeyEntity, { accountId, publicId, revokedAt: null }, { revokedAt: now })) > 0;
  }

  async used(accountId: number, publicId: string, now: Instant): Promise<void> {
    await this.db.em.nativeUpdate(ApiKeyEntity, { accountId, publicId }, { lastUsedAt: now });
  }
}

function toKey(row: InferEntity<typeof ApiKeyEntity>): ApiKey {
  return {
    publicId: row.publicId,
    name: row.name,
    prefix: row.prefix,
    scopes: JSON.parse(row.scopes) as Scope[],
    createdAt: row.createdAt,
    lastUsedAt: row.lastUsedAt ?? null,
    revokedAt: row.revokedAt ?? null,
  };
}

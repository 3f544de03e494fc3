import { Injectable } from "@nestjs/common";
import { createHash } from "node:crypto";
import { conflict, notFound } from "../../../shared/errors.js";
import type { Instant } from "../../../shared/instant.js";
import { Clock } from "../../../platform/clock/clock.js";
import { DebtorVault } from "../../../platform/crypto/debtor-vault.js";
import { Ids } from "../../../platform/crypto/ids.js";
import { Database } from "../../../platform/database/database.js";
import type { ImportKind } from "../../../shared/import-fields.js";
import { IMPORT_PROFILE, type ImportsTables } from "../imports.tables.js";
import { type RememberedMapping, signatureOf } from "../rows/domain/mapping.js";

type Body = Pick<RememberedMapping, "name" | "headers" | "fields" | "dates" | "decimal">;
export type ImportProfile = RememberedMapping & { readonly usedAt: Instant };

/** Every file that comes is compared with them. */
const MOST = 100;

/** What the columns of an account's files mean, remembered by their headers. */
@Injectable()
export class ImportProfiles {
  constructor(
    private readonly db: Database,
    private readonly vault: DebtorVault,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** Last used first. */
  async list(accountId: number, kind: ImportKind | null = null): Promise<ImportProfile[]> {
    const all = this.db.typed<ImportsTables>().selectFrom(IMPORT_PROFILE).where("account_id", "=", accountId);
    const some = kind === null ? all : all.where("kind", "=", kind);
    const rows = await some
      .select(["public_id", "kind", "body_sealed", "used_at"])
      .orderBy("used_at", "desc")
      .orderBy("id", "desc")
      .execute();
    return Promise.all(
      rows.map(async (row) => {
        const body = JSON.parse((await this.vault.open(accountId, null, cellOf(row.public_id), row.body_sealed))!) as Body;
        return { id: row.public_id, kind: row.kind, usedAt: row.used_at, ...body };
      }),
    );
  }

  /**
   * One for files with these headers, and one of this name: what was remembered for either is forgotten.
   * @throws DomainError `profile.too_many`
   */
  save(accountId: number, kind: ImportKind, body: Body): Promise<void> {
    return this.db.inUnitOfWork("import.profile", async () => {
      const signature = hashOf(body.headers);
      const known = await this.list(accountId, kind);
      const replaced = known.filter((profile) => profile.name === body.name || hashOf(profile.headers) === signature);
      for (const { id } of replaced) await this.drop(accountId, id);
      if (known.length - replaced.length >= MOST) {
        throw conflict("profile.too_many", `There are ${MOST} remembered mappings already.`, {
          field: "saveProfile",
          remedy: "Delete one that is no longer used.",
        });
      }
      const publicId = this.ids.next();
      const now = this.clock.now();
      const sealed = await this.vault.seal(accountId, null, cellOf(publicId), JSON.stringify(body));
      const row = { account_id: accountId, public_id: publicId, kind, signature, body_sealed: sealed, created_at: now, used_at: now };
      await this.db.insert(IMPORT_PROFILE, [row]);
    });
  }

  async used(accountId: number, publicId: string): Promise<void> {
    const profiles = this.db.typed<ImportsTables>().updateTable(IMPORT_PROFILE).set({ used_at: this.clock.now() });
    const one = profiles.where("account_id", "=", accountId).where("public_id", "=", publicId);
    await this.db.inUnitOfWork("import.profile-used", () => one.execute());
  }

  /** @throws DomainError `profile.not_found` */
  delete(accountId: number, publicId: string): Promise<void> {
    return this.db.inUnitOfWork("import.profile-delete", async () => {
      if ((await this.drop(accountId, publicId)) === 0) throw notFound("profile.not_found", "There is no such remembered mapping.");
    });
  }

  /** @returns how many there were */
  private async drop(accountId: number, publicId: string): Promise<number> {
    const profiles = this.db.typed<ImportsTables>().deleteFrom(IMPORT_PROFILE).where("account_id", "=", accountId);
    return Number((await profiles.where("public_id", "=", publicId).executeTakeFirst()).numDeletedRows);
  }
}

function cellOf(row: string) {
  return { table: IMPORT_PROFILE, column: "body_sealed", row } as const;
}

function hashOf(headers: readonly string[]): string {
  return createHash("sha256").update(signatureOf(headers)).digest("hex");
}

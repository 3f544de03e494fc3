import { Injectable } from "@nestjs/common";
import { conflict, notFound } from "../../shared/errors.js";
import { DAY, type Instant, MINUTE } from "../../shared/instant.js";
import { Clock } from "../../platform/clock/clock.js";
import { Ids } from "../../platform/crypto/ids.js";
import { Database } from "../../platform/database/database.js";
import type { ImportKind } from "./domain/fields.js";
import type { ImportMode } from "./domain/snapshot.js";
import type { RejectedChunk } from "./import/error-file.js";
import type { ImportCounts } from "./import/intake.js";
import { marks } from "./portfolio.records.js";
import { PortfolioVault } from "./portfolio.vault.js";

export interface ImportRecord {
  readonly id: number;
  readonly account_id: number;
  readonly public_id: string;
  readonly kind: ImportKind;
  readonly mode: ImportMode;
  readonly file_name_sealed: string;
  readonly status: "running" | "done" | "failed";
  readonly row_count: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly held: number;
  readonly released: number;
  readonly started_at: Instant;
  readonly finished_at: Instant | null;
  readonly actor: string;
}

type Progress = ImportCounts & Pick<ImportRecord, "held" | "released">;

/** A chunk takes seconds; one that stands still this long belonged to a process that died. */
const ORPHANED_AFTER = 10 * MINUTE;
const KEEP_REJECTS = 7 * DAY;

/** Imports, their progress, and the rows they refused. */
@Injectable()
export class ImportsStore {
  constructor(
    private readonly db: Database,
    private readonly vault: PortfolioVault,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `import.running`: an account takes in one file at a time, so that none overtakes another */
  start(accountId: number, kind: ImportKind, mode: ImportMode, fileName: string, actor: string): Promise<ImportRecord> {
    return this.db.inUnitOfWork("import.start", async () => {
      const now = this.clock.now();
      const publicId = this.ids.next();
      await this.db.run(
        "update portfolio_import set status = 'failed', slot = null, finished_at = ? where account_id = ? and status = 'running' and heartbeat_at < ?",
        [now, accountId, now - ORPHANED_AFTER],
      );
      const sealed = await this.vault.seal(
        accountId,
        null,
        { table: "portfolio_import", column: "file_name_sealed", row: publicId },
        fileName,
      );
      const row = {
        account_id: accountId,
        public_id: publicId,
        kind,
        mode,
        file_name_sealed: sealed,
        status: "running",
        slot: 1,
        heartbeat_at: now,
      };
      const counts = { row_count: 0, created: 0, updated: 0, unchanged: 0, rejected: 0, held: 0, released: 0 };
      const times = { started_at: now, finished_at: null };
      if ((await this.db.insertIgnore("portfolio_import", [{ ...row, ...counts, ...times, actor }])) === 0) {
        throw conflict("import.running", "Another import of this account is running.", {
          remedy: "Wait until it has ended, then send the file again.",
        });
      }
      return this.byPublicId(accountId, publicId);
    });
  }

  /** Adds a chunk's counts in the chunk's own unit of work. @throws DomainError `import.stopped` when the import is not running any more */
  async advance(accountId: number, id: number, progress: Partial<Progress>): Promise<void> {
    const { created = 0, updated = 0, unchanged = 0, rejected = 0, held = 0, released = 0 } = progress;
    const rows = await this.db.run(
      `update portfolio_import set row_count = row_count + ?, created = created + ?, updated = updated + ?, unchanged = unchanged + ?,
       rejected = rejected + ?, held = held + ?, released = released + ?, heartbeat_at = ? where account_id = ? and id = ? and status = 'running'`,
      [created + updated + unchanged + rejected, created, updated, unchanged, rejected, held, released, this.clock.now(), accountId, id],
    );
    if (rows === 0) throw conflict("import.stopped", "The import was stopped; what it had taken in stays.");
  }

  async finish(accountId: number, id: number, status: "done" | "failed"): Promise<void> {
    await this.db.run(
      "update portfolio_import set status = ?, slot = null, finished_at = ? where account_id = ? and id = ? and status = 'running'",
      [status, this.clock.now(), accountId, id],
    );
  }

  async reject(accountId: number, importId: number, chunk: RejectedChunk): Promise<void> {
    if (chunk.rows.length === 0) return;
    const publicId = this.ids.next();
    const sealed = await this.vault.seal(
      accountId,
      null,
      { table: "import_reject", column: "body_sealed", row: publicId },
      JSON.stringify(chunk),
    );
    await this.db.insert("import_reject", [
      { account_id: accountId, public_id: publicId, import_id: importId, body_sealed: sealed, created_at: this.clock.now() },
    ]);
  }

  /** Refused rows in the order of the file; none once they were deleted. */
  async rejects(accountId: number, importId: number): Promise<RejectedChunk[]> {
    const rows = await this.db.rows<{ public_id: string; body_sealed: string }>(
      "select public_id, body_sealed from import_reject where account_id = ? and import_id = ? order by id",
      [accountId, importId],
    );
    const chunks: RejectedChunk[] = [];
    for (const row of rows) {
      const text = await this.vault.open(
        accountId,
        null,
        { table: "import_reject", column: "body_sealed", row: row.public_id },
        row.body_sealed,
      );
      chunks.push(JSON.parse(text!) as RejectedChunk);
    }
    return chunks;
  }

  /** @throws DomainError `import.not_found` */
  async byPublicId(accountId: number, publicId: string): Promise<ImportRecord> {
    const row = await this.db.row<ImportRecord>("select * from portfolio_import where account_id = ? and public_id = ?", [
      accountId,
      publicId,
    ]);
    if (!row) throw notFound("import.not_found", "There is no such import.");
    return row;
  }

  /** Newest first. */
  list(accountId: number, beforeId: number | null, limit: number): Promise<ImportRecord[]> {
    return this.db.rows<ImportRecord>("select * from portfolio_import where account_id = ? and id < ? order by id desc limit ?", [
      accountId,
      beforeId ?? Number.MAX_SAFE_INTEGER,
      limit,
    ]);
  }

  async fileName(accountId: number, row: ImportRecord): Promise<string> {
    const cell = { table: "portfolio_import", column: "file_name_sealed", row: row.public_id } as const;
    return (await this.vault.open(accountId, null, cell, row.file_name_sealed)) ?? "";
  }

  /** Deletes refused rows seven days after their import ended. @returns how many pieces */
  forgetRejects(): Promise<number> {
    return this.db.inUnitOfWork("import.forget", async () => {
      const due = await this.db.rows<{ account_id: number; id: number }>(
        `select distinct i.account_id, i.id from portfolio_import i join import_reject r on r.account_id = i.account_id and r.import_id = i.id
         where i.finished_at < ?`,
        [this.clock.now() - KEEP_REJECTS],
      );
      let deleted = 0;
      for (const [accountId, rows] of Map.groupBy(due, (row) => row.account_id)) {
        const ids = rows.map((row) => row.id);
        deleted += await this.db.run(`delete from import_reject where account_id = ? and import_id in (${marks(ids)})`, [
          accountId,
          ...ids,
        ]);
      }
      return deleted;
    });
  }
}

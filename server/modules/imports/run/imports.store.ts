import { Injectable } from "@nestjs/common";
import { conflict, notFound } from "../../../shared/errors.js";
import { type Instant, MINUTE } from "../../../shared/instant.js";
import { Clock } from "../../../platform/clock/clock.js";
import { DebtorVault } from "../../../platform/crypto/debtor-vault.js";
import { Ids } from "../../../platform/crypto/ids.js";
import { Database } from "../../../platform/database/database.js";
import type { Without } from "../../../platform/work/work-rows.js";
import type { ImportKind } from "../../../shared/import-fields.js";
import type { ImportCounts } from "./domain/intake.js";
import type { ImportMode } from "./domain/snapshot.js";

export type ImportStatus = "running" | "done" | "failed" | "cancelled" | "undoing" | "undone";

export interface ImportRecord {
  readonly id: number;
  readonly account_id: number;
  readonly public_id: string;
  readonly kind: ImportKind;
  readonly mode: ImportMode;
  readonly file_name_sealed: string;
  readonly status: ImportStatus;
  readonly runner: string | null;
  readonly upload_id: number | null;
  /** Processes that took it and have not got any further yet. */
  readonly attempts: number;
  readonly order_sealed: string | null;
  readonly row_count: number;
  readonly total: number | null;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly warned: number;
  readonly held: number;
  readonly released: number;
  readonly started_at: Instant;
  readonly finished_at: Instant | null;
  readonly actor: string;
  readonly failure: string | null;
  readonly undo_note_sealed: string | null;
}

/** Why an import failed, as its sender is told. */
export interface ImportFailure {
  readonly code: string;
  readonly message: string;
  readonly remedy: string | null;
}

export interface NewImport {
  readonly kind: ImportKind;
  readonly mode: ImportMode;
  readonly fileName: string;
  readonly actor: string;
  /** What any process may go on with; without it whoever starts the import runs it. */
  readonly errand?: { readonly uploadId: number; readonly order: string };
}

type Progress = ImportCounts & Pick<ImportRecord, "warned" | "held" | "released">;

/** A chunk takes seconds; one that stands still this long belonged to a process that died. */
const ORPHANED_AFTER = 10 * MINUTE;
const BROKEN_OFF: ImportFailure = {
  code: "import.broken_off",
  message: "The process that took the file in ended in the middle of it.",
  remedy: "Send the file again: rows that are in already change nothing.",
};

/** Imports and their progress. */
@Injectable()
export class ImportsStore {
  constructor(
    private readonly db: Database,
    private readonly vault: DebtorVault,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `import.running`: an account takes in one file at a time, so that none overtakes another */
  start(accountId: number, { kind, mode, fileName, actor, errand }: NewImport): Promise<ImportRecord> {
    return this.db.inUnitOfWork("import.start", async () => {
      const now = this.clock.now();
      const publicId = this.ids.next();
      await this.failOrphans(accountId);
      const seal = (column: string, text: string) =>
        this.vault.seal(accountId, null, { table: "portfolio_import", column, row: publicId }, text);
      const row = {
        account_id: accountId,
        public_id: publicId,
        kind,
        mode,
        file_name_sealed: await seal("file_name_sealed", fileName),
        status: "running",
        slot: 1,
        // An errand waits for whoever takes it.
        heartbeat_at: errand ? 0 : now,
        runner: errand ? null : this.ids.next(),
        upload_id: errand?.uploadId ?? null,
        attempts: 0,
        order_sealed: errand ? await seal("order_sealed", errand.order) : null,
      };
      const counts = { row_count: 0, total: null, created: 0, updated: 0, unchanged: 0, rejected: 0, warned: 0, held: 0, released: 0 };
      const times = { started_at: now, finished_at: null };
      if ((await this.db.insertIgnore("portfolio_import", [{ ...row, ...counts, ...times, actor }])) === 0) {
        throw conflict("import.running", "Another import of this account is running.", {
          remedy: "Wait until it has ended, or cancel it; then send the file again.",
        });
      }
      return this.byPublicId(accountId, publicId);
    });
  }

  /** Takes the account's import or undo if nobody works on it. @param without leaves out what rests */
  async claim(accountId: number, without: Without): Promise<ImportRecord | null> {
    const runner = this.ids.next();
    return this.db.inUnitOfWork("import.claim", async () => {
      const now = this.clock.now();
      const waiting = await this.db.row<{ id: number; heartbeat_at: number; public_id: string }>(
        `select id, heartbeat_at, public_id from portfolio_import
         where account_id = ? and slot = 1 and heartbeat_at < ? and (status = 'undoing' or upload_id is not null)${without.sql} order by id limit 1`,
        [accountId, now - ORPHANED_AFTER, ...without.params],
      );
      if (!waiting) return null;
      const taken = await this.db.run(
        `update portfolio_import set runner = ?, heartbeat_at = ?, attempts = attempts + 1
         where account_id = ? and id = ? and slot = 1 and heartbeat_at = ?`,
        [runner, now, accountId, waiting.id, waiting.heartbeat_at],
      );
      return taken === 0 ? null : this.byPublicId(accountId, waiting.public_id);
    });
  }

  /** Lets another process go on at once; that was no attempt. */
  giveBack({ account_id: accountId, id, runner }: ImportRecord): Promise<number> {
    return this.db.inUnitOfWork("import.give-back", () =>
      this.db.run(
        `update portfolio_import set runner = null, heartbeat_at = 0, attempts = case when attempts > 0 then attempts - 1 else 0 end
         where account_id = ? and id = ? and runner = ?`,
        [accountId, id, runner],
      ),
    );
  }

  /** What was set aside waits again for a process to take it; in the caller's unit of work. @throws DomainError `import.running` */
  async tryAfresh(accountId: number, id: number): Promise<void> {
    await this.db.run("update portfolio_import set attempts = 0 where account_id = ? and id = ?", [accountId, id]);
    const busy = await this.db.row("select 1 as busy from portfolio_import where account_id = ? and slot = 1 and id <> ?", [accountId, id]);
    if (busy) throw conflict("import.running", "Another import of this account is running.", { remedy: "Wait until it has ended." });
    await this.db.run(
      `update portfolio_import set status = 'running', slot = 1, runner = null, heartbeat_at = 0, finished_at = null, failure = null
       where account_id = ? and id = ? and status = 'failed' and upload_id is not null`,
      [accountId, id],
    );
  }

  /** Adds a chunk's counts in the chunk's own unit of work. @throws DomainError `import.stopped` when it is not this runner's any more */
  async advance({ account_id: accountId, id, runner }: ImportRecord, progress: Partial<Progress>): Promise<void> {
    const { created = 0, updated = 0, unchanged = 0, rejected = 0, warned = 0, held = 0, released = 0 } = progress;
    const rows = await this.db.run(
      `update portfolio_import set row_count = row_count + ?, created = created + ?, updated = updated + ?, unchanged = unchanged + ?,
       rejected = rejected + ?, warned = warned + ?, held = held + ?, released = released + ?, attempts = 0, heartbeat_at = ?
       where account_id = ? and id = ? and slot = 1 and runner = ?`,
      [
        created + updated + unchanged + rejected,
        created,
        updated,
        unchanged,
        rejected,
        warned,
        held,
        released,
        this.clock.now(),
        accountId,
        id,
        runner,
      ],
    );
    if (rows === 0) throw conflict("import.stopped", "The import was stopped; what it had taken in stays.");
  }

  count({ account_id: accountId, id, runner }: ImportRecord, total: number): Promise<number> {
    return this.db.inUnitOfWork("import.count", () =>
      this.db.run("update portfolio_import set total = ?, heartbeat_at = ? where account_id = ? and id = ? and runner = ?", [
        total,
        this.clock.now(),
        accountId,
        id,
        runner,
      ]),
    );
  }

  /** @returns whether it was this runner's to end */
  async finish(
    { account_id: accountId, id, runner }: ImportRecord,
    status: "done" | "failed" | "undone",
    failure: ImportFailure | null = null,
  ): Promise<boolean> {
    const rows = await this.db.run(
      "update portfolio_import set status = ?, slot = null, finished_at = ?, failure = ? where account_id = ? and id = ? and slot = 1 and runner = ?",
      [status, this.clock.now(), failure && JSON.stringify(failure), accountId, id, runner],
    );
    return rows > 0;
  }

  /** Stops a running import between two chunks: whoever runs it finds out with the next. @throws DomainError `import.not_running` */
  async cancel(accountId: number, id: number): Promise<void> {
    const rows = await this.db.run(
      "update portfolio_import set status = 'cancelled', slot = null, finished_at = ? where account_id = ? and id = ? and status = 'running'",
      [this.clock.now(), accountId, id],
    );
    if (rows === 0) {
      throw conflict("import.not_running", "This import is not running.", { remedy: "What a finished import did can be undone instead." });
    }
  }

  /** Row id of the account's last import. */
  async newest(accountId: number): Promise<number> {
    const row = await this.db.row<{ id: number | null }>("select max(id) as id from portfolio_import where account_id = ?", [accountId]);
    return row?.id ?? 0;
  }

  /**
   * Makes it wait for a process to undo it, or takes it at once. In the caller's unit of work.
   * @param newest the last import when it was found that it can be undone: one that came since may have changed the same
   * @throws DomainError `import.running`
   */
  async startUndo(
    { account_id: accountId, id, public_id: publicId, status }: ImportRecord,
    newest: number,
    order: string,
    mine = false,
  ): Promise<ImportRecord> {
    const busy = await this.db.row("select 1 as busy from portfolio_import where account_id = ? and slot = 1", [accountId]);
    if (busy) throw conflict("import.running", "Another import of this account is running.", { remedy: "Wait until it has ended." });
    const cell = { table: "portfolio_import", column: "undo_note_sealed", row: publicId } as const;
    await this.db.run(
      `update portfolio_import set status = 'undoing', slot = 1, heartbeat_at = ?, runner = ?, undo_note_sealed = ?
       where account_id = ? and id = ? and status = ?`,
      [
        mine ? this.clock.now() : 0,
        mine ? this.ids.next() : null,
        await this.vault.seal(accountId, null, cell, order),
        accountId,
        id,
        status,
      ],
    );
    if ((await this.newest(accountId)) !== newest) {
      throw conflict("import.running", "Another import of this account has just begun.", { remedy: "Wait until it has ended." });
    }
    return this.byPublicId(accountId, publicId);
  }

  /** Why and by whom it is undone, as `startUndo` was given it. */
  async undoOrder({ account_id: accountId, public_id: row, undo_note_sealed: sealed }: ImportRecord): Promise<string> {
    const cell = { table: "portfolio_import", column: "undo_note_sealed", row } as const;
    return (await this.vault.open(accountId, null, cell, sealed!))!;
  }

  /** Imports that only their own process could have gone on with, and that stand still. */
  async failOrphans(accountId: number): Promise<void> {
    const now = this.clock.now();
    await this.db.inUnitOfWork("import.orphans", () =>
      this.db.run(
        `update portfolio_import set status = 'failed', slot = null, finished_at = ?, failure = ?
          where account_id = ? and slot = 1 and status = 'running' and upload_id is null and heartbeat_at < ?`,
        [now, JSON.stringify(BROKEN_OFF), accountId, now - ORPHANED_AFTER],
      ),
    );
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

  /** What its sender said of the file, as `start` was given it. */
  async order({ account_id: accountId, public_id: row, order_sealed: sealed }: ImportRecord): Promise<string> {
    const cell = { table: "portfolio_import", column: "order_sealed", row } as const;
    return (await this.vault.open(accountId, null, cell, sealed!))!;
  }
}

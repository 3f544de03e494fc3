import { Injectable } from "@nestjs/common";
import type { Selectable } from "kysely";
import { conflict, notFound } from "../../../shared/errors.js";
import { MINUTE } from "../../../shared/instant.js";
import { Clock } from "../../../platform/clock/clock.js";
import { DebtorVault } from "../../../platform/crypto/debtor-vault.js";
import { Ids } from "../../../platform/crypto/ids.js";
import { Database } from "../../../platform/database/database.js";
import type { Without } from "../../../platform/work/work-rows.js";
import type { ImportKind } from "../../../shared/import-fields.js";
import type { ImportCounts } from "./domain/intake.js";
import { type ImportsTables, PORTFOLIO_IMPORT } from "../imports.tables.js";
import type { ImportMode } from "./domain/snapshot.js";

export type ImportRecord = Readonly<Selectable<ImportsTables["portfolio_import"]>>;

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
        this.vault.seal(accountId, null, { table: PORTFOLIO_IMPORT, column, row: publicId }, text);
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
      if ((await this.db.insertIgnore(PORTFOLIO_IMPORT, [{ ...row, ...counts, ...times, actor }])) === 0) {
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
      const waiting = await this.imports(accountId)
        .select(["id", "heartbeat_at", "public_id"])
        .where("slot", "=", 1)
        .where("heartbeat_at", "<", now - ORPHANED_AFTER)
        .where((is) => is.or([is("status", "=", "undoing"), is("upload_id", "is not", null)]))
        .where(without)
        .orderBy("id")
        .limit(1)
        .executeTakeFirst();
      if (!waiting) return null;
      const { numUpdatedRows } = await this.change(accountId, waiting.id)
        .set((is) => ({ runner, heartbeat_at: now, attempts: is("attempts", "+", 1) }))
        .where("slot", "=", 1)
        .where("heartbeat_at", "=", waiting.heartbeat_at)
        .executeTakeFirst();
      return numUpdatedRows === 0n ? null : this.byPublicId(accountId, waiting.public_id);
    });
  }

  /** Lets another process go on at once; that was no attempt. */
  async giveBack({ account_id: accountId, id, runner }: ImportRecord): Promise<void> {
    const given = this.change(accountId, id).set((is) => ({
      runner: null,
      heartbeat_at: 0,
      attempts: is
        .case()
        .when("attempts", ">", 0)
        .then(is("attempts", "-", 1))
        .else(0)
        .end(),
    }));
    await this.db.inUnitOfWork("import.give-back", () => given.where("runner", "=", runner).execute());
  }

  /** What was set aside waits again for a process to take it; in the caller's unit of work. @throws DomainError `import.running` */
  async tryAfresh(accountId: number, id: number): Promise<void> {
    await this.change(accountId, id).set({ attempts: 0 }).execute();
    if (await this.isBusy(accountId, id))
      throw conflict("import.running", "Another import of this account is running.", { remedy: "Wait until it has ended." });
    await this.change(accountId, id)
      .set({ status: "running", slot: 1, runner: null, heartbeat_at: 0, finished_at: null, failure: null })
      .where("status", "=", "failed")
      .where("upload_id", "is not", null)
      .execute();
  }

  /** Adds a chunk's counts in the chunk's own unit of work. @throws DomainError `import.stopped` when it is not this runner's any more */
  async advance({ account_id: accountId, id, runner }: ImportRecord, progress: Partial<Progress>): Promise<void> {
    const { created = 0, updated = 0, unchanged = 0, rejected = 0, warned = 0, held = 0, released = 0 } = progress;
    const { numUpdatedRows } = await this.change(accountId, id)
      .set((is) => ({
        row_count: is("row_count", "+", created + updated + unchanged + rejected),
        created: is("created", "+", created),
        updated: is("updated", "+", updated),
        unchanged: is("unchanged", "+", unchanged),
        rejected: is("rejected", "+", rejected),
        warned: is("warned", "+", warned),
        held: is("held", "+", held),
        released: is("released", "+", released),
        attempts: 0,
        heartbeat_at: this.clock.now(),
      }))
      .where("slot", "=", 1)
      .where("runner", "=", runner)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw conflict("import.stopped", "The import was stopped; what it had taken in stays.");
  }

  async count({ account_id: accountId, id, runner }: ImportRecord, total: number): Promise<void> {
    const counted = this.change(accountId, id).set({ total, heartbeat_at: this.clock.now() }).where("runner", "=", runner);
    await this.db.inUnitOfWork("import.count", () => counted.execute());
  }

  /** @returns whether it was this runner's to end */
  async finish(
    { account_id: accountId, id, runner }: ImportRecord,
    status: "done" | "failed" | "undone",
    failure: ImportFailure | null = null,
  ): Promise<boolean> {
    const ended = { status, slot: null, finished_at: this.clock.now(), failure: failure && JSON.stringify(failure) };
    const mine = this.change(accountId, id).set(ended).where("slot", "=", 1).where("runner", "=", runner);
    return (await mine.executeTakeFirst()).numUpdatedRows > 0n;
  }

  /** Stops a running import between two chunks: whoever runs it finds out with the next. @throws DomainError `import.not_running` */
  async cancel(accountId: number, id: number): Promise<void> {
    const { numUpdatedRows } = await this.change(accountId, id)
      .set({ status: "cancelled", slot: null, finished_at: this.clock.now() })
      .where("status", "=", "running")
      .executeTakeFirst();
    if (numUpdatedRows === 0n) {
      throw conflict("import.not_running", "This import is not running.", { remedy: "What a finished import did can be undone instead." });
    }
  }

  /** Row id of the account's last import. */
  async newest(accountId: number): Promise<number> {
    const { id } = await this.imports(accountId)
      .select(({ fn }) => fn.max<number | null>("id").as("id"))
      .executeTakeFirstOrThrow();
    return id ?? 0;
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
    if (await this.isBusy(accountId))
      throw conflict("import.running", "Another import of this account is running.", { remedy: "Wait until it has ended." });
    const cell = { table: PORTFOLIO_IMPORT, column: "undo_note_sealed", row: publicId } as const;
    const now = mine ? this.clock.now() : 0;
    const runner = mine ? this.ids.next() : null;
    const sealed = await this.vault.seal(accountId, null, cell, order);
    await this.change(accountId, id)
      .set({ status: "undoing", slot: 1, heartbeat_at: now, runner, undo_note_sealed: sealed })
      .where("status", "=", status)
      .execute();
    if ((await this.newest(accountId)) !== newest) {
      throw conflict("import.running", "Another import of this account has just begun.", { remedy: "Wait until it has ended." });
    }
    return this.byPublicId(accountId, publicId);
  }

  /** Why and by whom it is undone, as `startUndo` was given it. */
  async undoOrder({ account_id: accountId, public_id: row, undo_note_sealed: sealed }: ImportRecord): Promise<string> {
    const cell = { table: PORTFOLIO_IMPORT, column: "undo_note_sealed", row } as const;
    return (await this.vault.open(accountId, null, cell, sealed!))!;
  }

  /** Imports that only their own process could have gone on with, and that stand still. */
  async failOrphans(accountId: number): Promise<void> {
    const now = this.clock.now();
    await this.db.inUnitOfWork("import.orphans", () =>
      this.all(accountId)
        .set({ status: "failed", slot: null, finished_at: now, failure: JSON.stringify(BROKEN_OFF) })
        .where("slot", "=", 1)
        .where("status", "=", "running")
        .where("upload_id", "is", null)
        .where("heartbeat_at", "<", now - ORPHANED_AFTER)
        .execute(),
    );
  }

  /** @throws DomainError `import.not_found` */
  async byPublicId(accountId: number, publicId: string): Promise<ImportRecord> {
    const row = await this.imports(accountId).selectAll().where("public_id", "=", publicId).executeTakeFirst();
    if (!row) throw notFound("import.not_found", "There is no such import.");
    return row;
  }

  /** Newest first. */
  list(accountId: number, beforeId: number | null, limit: number): Promise<ImportRecord[]> {
    const before = this.imports(accountId)
      .selectAll()
      .where("id", "<", beforeId ?? Number.MAX_SAFE_INTEGER);
    return before.orderBy("id", "desc").limit(limit).execute();
  }

  async fileName(accountId: number, row: ImportRecord): Promise<string> {
    const cell = { table: PORTFOLIO_IMPORT, column: "file_name_sealed", row: row.public_id } as const;
    return (await this.vault.open(accountId, null, cell, row.file_name_sealed)) ?? "";
  }

  /** What its sender said of the file, as `start` was given it. */
  async order({ account_id: accountId, public_id: row, order_sealed: sealed }: ImportRecord): Promise<string> {
    const cell = { table: PORTFOLIO_IMPORT, column: "order_sealed", row } as const;
    return (await this.vault.open(accountId, null, cell, sealed!))!;
  }

  private imports(accountId: number) {
    return this.db.typed<ImportsTables>().selectFrom(PORTFOLIO_IMPORT).where("account_id", "=", accountId);
  }

  private all(accountId: number) {
    return this.db.typed<ImportsTables>().updateTable(PORTFOLIO_IMPORT).where("account_id", "=", accountId);
  }

  private change(accountId: number, id: number) {
    return this.all(accountId).where("id", "=", id);
  }

  /** Whether an import or undo of the account is under way. @param except row id of one that is not asked about */
  private async isBusy(accountId: number, except = 0): Promise<boolean> {
    const busy = this.imports(accountId).select("id").where("slot", "=", 1).where("id", "<>", except);
    return (await busy.executeTakeFirst()) !== undefined;
  }
}

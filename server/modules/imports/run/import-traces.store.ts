import { Injectable } from "@nestjs/common";
import { DAY, type Instant } from "../../../shared/instant.js";
import { Clock } from "../../../platform/clock/clock.js";
import { DebtorVault } from "../../../platform/crypto/debtor-vault.js";
import { Ids } from "../../../platform/crypto/ids.js";
import { Database } from "../../../platform/database/database.js";
import { IMPORT_TRACE, type ImportsTables } from "../imports.tables.js";
import { type ImportTrace, leavesTrace } from "./domain/import-trace.js";

export interface StoredTrace {
  readonly id: number;
  readonly trace: ImportTrace;
}

/** What was changed by an import is known this long; after that it cannot be undone. */
export const UNDO_WITHIN = 30 * DAY;
const PAGE = 20;

/** What the chunks of imports changed, sealed. */
@Injectable()
export class ImportTraces {
  constructor(
    private readonly db: Database,
    private readonly vault: DebtorVault,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** In the chunk's unit of work. */
  async add(accountId: number, importId: number, trace: ImportTrace): Promise<void> {
    if (!leavesTrace(trace)) return;
    const publicId = this.ids.next();
    const sealed = await this.vault.seal(accountId, null, cellOf(publicId), JSON.stringify(trace));
    const row = { account_id: accountId, public_id: publicId, import_id: importId, body_sealed: sealed };
    await this.db.insert(IMPORT_TRACE, [{ ...row, created_at: this.clock.now(), undone_at: null }]);
  }

  /** What is not undone yet, the last chunk first. */
  async *of(accountId: number, importId: number): AsyncGenerator<StoredTrace> {
    yield* this.pages(accountId, "=", importId);
  }

  /** The same of every import after this one. */
  async *after(accountId: number, importId: number): AsyncGenerator<StoredTrace> {
    yield* this.pages(accountId, ">", importId);
  }

  async undone(accountId: number, id: number): Promise<void> {
    const traces = this.db.typed<ImportsTables>().updateTable(IMPORT_TRACE).set({ undone_at: this.clock.now() });
    await traces.where("account_id", "=", accountId).where("id", "=", id).execute();
  }

  /** Deletes what is too old to be undone. */
  forget(accountId: number): Promise<number> {
    const before: Instant = this.clock.now() - UNDO_WITHIN;
    return this.db.inUnitOfWork("import.forget-traces", async () => {
      const traces = this.db.typed<ImportsTables>().deleteFrom(IMPORT_TRACE).where("account_id", "=", accountId);
      return Number((await traces.where("created_at", "<", before).executeTakeFirst()).numDeletedRows);
    });
  }

  private async *pages(accountId: number, compared: "=" | ">", importId: number): AsyncGenerator<StoredTrace> {
    for (let before = Number.MAX_SAFE_INTEGER; ;) {
      const rows = await this.db
        .typed<ImportsTables>()
        .selectFrom(IMPORT_TRACE)
        .select(["id", "public_id", "body_sealed"])
        .where("account_id", "=", accountId)
        .where("import_id", compared, importId)
        .where("undone_at", "is", null)
        .where("id", "<", before)
        .orderBy("id", "desc")
        .limit(PAGE)
        .execute();
      for (const row of rows) {
        const body = await this.vault.open(accountId, null, cellOf(row.public_id), row.body_sealed);
        yield { id: row.id, trace: JSON.parse(body!) as ImportTrace };
      }
      if (rows.length < PAGE) return;
      before = rows.at(-1)!.id;
    }
  }
}

function cellOf(row: string) {
  return { table: IMPORT_TRACE, column: "body_sealed", row } as const;
}

import { Injectable } from "@nestjs/common";
import { DAY, type Instant } from "../../../shared/instant.js";
import { Clock } from "../../../platform/clock/clock.js";
import { DebtorVault } from "../../../platform/crypto/debtor-vault.js";
import { Ids } from "../../../platform/crypto/ids.js";
import { Database } from "../../../platform/database/database.js";
import { type ImportTrace, leavesTrace } from "./domain/import-trace.js";

interface TraceRecord {
  readonly id: number;
  readonly public_id: string;
  readonly import_id: number;
  readonly body_sealed: string;
}

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
    await this.db.insert("import_trace", [{ ...row, created_at: this.clock.now(), undone_at: null }]);
  }

  /** What is not undone yet, the last chunk first. */
  async *of(accountId: number, importId: number): AsyncGenerator<StoredTrace> {
    yield* this.pages(accountId, "import_id = ?", importId);
  }

  /** The same of every import after this one. */
  async *after(accountId: number, importId: number): AsyncGenerator<StoredTrace> {
    yield* this.pages(accountId, "import_id > ?", importId);
  }

  async undone(accountId: number, id: number): Promise<void> {
    await this.db.run("update import_trace set undone_at = ? where account_id = ? and id = ?", [this.clock.now(), accountId, id]);
  }

  /** Deletes what is too old to be undone. */
  forget(accountId: number): Promise<number> {
    const before: Instant = this.clock.now() - UNDO_WITHIN;
    return this.db.inUnitOfWork("import.forget-traces", () =>
      this.db.run("delete from import_trace where account_id = ? and created_at < ?", [accountId, before]),
    );
  }

  private async *pages(accountId: number, where: "import_id = ?" | "import_id > ?", importId: number): AsyncGenerator<StoredTrace> {
    for (let before = Number.MAX_SAFE_INTEGER; ;) {
      const rows = await this.db.rows<TraceRecord>(
        `select * from import_trace where account_id = ? and ${where} and undone_at is null and id < ? order by id desc limit ?`,
        [accountId, importId, before, PAGE],
      );
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
  return { table: "import_trace", column: "body_sealed", row } as const;
}

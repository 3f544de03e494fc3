import { Injectable } from "@nestjs/common";
import { DAY } from "../../../shared/instant.js";
import { Clock } from "../../../platform/clock/clock.js";
import { DebtorVault } from "../../../platform/crypto/debtor-vault.js";
import { Ids } from "../../../platform/crypto/ids.js";
import { Database } from "../../../platform/database/database.js";
import { marks } from "../../../platform/database/marks.js";
import type { RejectedChunk } from "../file/error-file.adapter.js";

const KEPT = 7 * DAY;

/** The rows that imports refused, sealed, until their senders have had a week to correct them. */
@Injectable()
export class ImportRejectsStore {
  constructor(
    private readonly db: Database,
    private readonly vault: DebtorVault,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  async add(accountId: number, importId: number, chunk: RejectedChunk): Promise<void> {
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
  async of(accountId: number, importId: number): Promise<RejectedChunk[]> {
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

  /** Deletes refused rows seven days after their import ended. @returns how many pieces */
  forgetOld(accountId: number): Promise<number> {
    return this.db.inUnitOfWork("import.forget", async () => {
      const due = await this.db.rows<{ id: number }>(
        `select distinct i.id from portfolio_import i join import_reject r on r.account_id = i.account_id and r.import_id = i.id
         where i.account_id = ? and i.finished_at < ?`,
        [accountId, this.clock.now() - KEPT],
      );
      const ids = due.map(({ id }) => id);
      if (ids.length === 0) return 0;
      return this.db.run(`delete from import_reject where account_id = ? and import_id in (${marks(ids)})`, [accountId, ...ids]);
    });
  }
}

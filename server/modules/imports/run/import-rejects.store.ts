import { Injectable } from "@nestjs/common";
import { DAY } from "../../../shared/instant.js";
import { Clock } from "../../../platform/clock/clock.js";
import { DebtorVault } from "../../../platform/crypto/debtor-vault.js";
import { Ids } from "../../../platform/crypto/ids.js";
import { Database } from "../../../platform/database/database.js";
import type { RejectedChunk } from "../file/error-file.adapter.js";
import { IMPORT_REJECT, type ImportsTables, PORTFOLIO_IMPORT } from "../imports.tables.js";

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
      { table: IMPORT_REJECT, column: "body_sealed", row: publicId },
      JSON.stringify(chunk),
    );
    await this.db.insert(IMPORT_REJECT, [
      { account_id: accountId, public_id: publicId, import_id: importId, body_sealed: sealed, created_at: this.clock.now() },
    ]);
  }

  /** Refused rows in the order of the file; none once they were deleted. */
  async of(accountId: number, importId: number): Promise<RejectedChunk[]> {
    const rows = await this.db
      .typed<ImportsTables>()
      .selectFrom(IMPORT_REJECT)
      .select(["public_id", "body_sealed"])
      .where("account_id", "=", accountId)
      .where("import_id", "=", importId)
      .orderBy("id")
      .execute();
    const chunks: RejectedChunk[] = [];
    for (const row of rows) {
      const text = await this.vault.open(
        accountId,
        null,
        { table: IMPORT_REJECT, column: "body_sealed", row: row.public_id },
        row.body_sealed,
      );
      chunks.push(JSON.parse(text!) as RejectedChunk);
    }
    return chunks;
  }

  /** Deletes refused rows seven days after their import ended. @returns how many pieces */
  async forgetOld(accountId: number): Promise<number> {
    const db = this.db.typed<ImportsTables>();
    const due = await db
      .selectFrom(`${PORTFOLIO_IMPORT} as i`)
      .innerJoin(`${IMPORT_REJECT} as r`, (join) => join.onRef("r.account_id", "=", "i.account_id").onRef("r.import_id", "=", "i.id"))
      .select("i.id")
      .distinct()
      .where("i.account_id", "=", accountId)
      .where("i.finished_at", "<", this.clock.now() - KEPT)
      .execute();
    const ids = due.map(({ id }) => id);
    if (ids.length === 0) return 0;
    const refused = db.deleteFrom(IMPORT_REJECT).where("account_id", "=", accountId).where("import_id", "in", ids);
    return this.db.inUnitOfWork("import.forget", async () => Number((await refused.executeTakeFirst()).numDeletedRows));
  }
}
